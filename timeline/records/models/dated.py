"""The columns of a date: the words as written beside what is read into them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.dates import FuzzyDate, Precision, edtf
from timeline.dates.record import replace


class Dated(models.Model):
    """Words, EDTF and window of a date; all empty when nothing can be read from the words.

    Days are compared, never text. `earliest` or `latest` empty beside a filled `edtf` means an open side.
    """

    words = models.CharField(_("words of the date"), max_length=300, blank=True)
    edtf = models.CharField("EDTF", max_length=1000, blank=True)
    earliest = models.DateField(_("earliest day"), null=True, blank=True)
    latest = models.DateField(_("latest day"), null=True, blank=True)
    precision = models.CharField(_("precision"), max_length=20, blank=True)
    approximate = models.BooleanField(_("approximate"), default=False)
    uncertain = models.BooleanField(_("uncertain"), default=False)
    lasting = models.BooleanField(_("lasted"), default=False)

    class Meta:
        abstract = True

    @property
    def date(self) -> FuzzyDate | None:
        """The date as a value; None when undated."""
        if not self.edtf:
            return None
        # A window's EDTF does not say what it is a window of, nor "about": the columns do.
        return replace(
            edtf.parse(self.edtf),
            precision=Precision(self.precision),
            approximate=self.approximate,
            uncertain=self.uncertain,
        )

    @date.setter
    def date(self, value: FuzzyDate | None) -> None:
        self.edtf = value.edtf if value else ""
        self.earliest = value.earliest if value else None
        self.latest = value.latest if value else None
        self.precision = str(value.precision) if value else ""
        self.approximate = bool(value and value.approximate)
        self.uncertain = bool(value and value.uncertain)
        self.lasting = bool(value and value.lasting)


def earliest_not_after_latest(noun: str) -> models.CheckConstraint:
    """Return the constraint that a window does not end before it begins."""
    return models.CheckConstraint(
        condition=models.Q(earliest__isnull=True)
        | models.Q(latest__isnull=True)
        | models.Q(earliest__lte=models.F("latest")),
        name=f"{noun}_earliest_not_after_latest",
    )
