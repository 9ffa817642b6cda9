"""Place: where an event happened."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.records.models.changes import history
from timeline.records.models.names import Named
from timeline.records.models.shown import Imported


class Place(Named, Imported):
    """A named place, with coordinates in degrees (WGS 84) where known."""

    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)

    history = history(excluded_fields=["batch"])

    class Meta:
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_coordinates_on_earth",
            ),
        )
