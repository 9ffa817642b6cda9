"""A text of one line, as every noun stores it, whichever way it came in."""

from typing import TYPE_CHECKING, Any

from django.db import models

from timeline.web.dropped import straightened
from timeline.web.turning import straight

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    _Line = models.CharField[str | int | Combinable, str]
else:
    _Line = models.CharField


class LineField(_Line):
    """A line without the signs that turn what stands in it round."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Return the line as it is stored, and let the record hold it so."""
        written = super().pre_save(model_instance, add)
        if isinstance(written, str) and (line := straightened(written, self.verbose_name)) != written:
            setattr(model_instance, self.attname, line)
            return line
        return written

    def get_prep_value(self, value: Any) -> Any:
        """Return the line as it is stored and as it is looked up."""
        prepared = super().get_prep_value(value)
        return straight(prepared) if isinstance(prepared, str) else prepared

    def deconstruct(self) -> Any:
        """Be a column of text to migrations, which it is."""
        name, _path, given, options = super().deconstruct()
        return name, "django.db.models.CharField", given, options
