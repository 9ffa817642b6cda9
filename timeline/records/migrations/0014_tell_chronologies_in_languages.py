"""A chronology has a licence and a method, and it and its parts are told in the languages of the public pages."""

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

LANGUAGES = {"en": "English", "ja": "Japanese", "ko": "Korean"}
LICENCES = [
    ("", "none stated"), ("CC0-1.0", "CC0 1.0"), ("CC-BY-4.0", "CC BY 4.0"), ("CC-BY-SA-4.0", "CC BY-SA 4.0"),
    ("CC-BY-NC-4.0", "CC BY-NC 4.0"), ("MIT", "MIT"),
    ("all-rights-reserved", "all rights reserved"),
]  # fmt: skip


class AddTexts(Operation):
    """Add columns of text to a noun, all of them empty so far, at once.

    An AddField for each makes SQLite's table anew and Django's own model of everything, 46 times.
    """

    def __init__(self, model_name, fields):
        self.model_name, self.fields = model_name, fields

    def state_forwards(self, app_label, state):
        """Give the model its columns."""
        state.models[app_label, self.model_name].fields.update(self.fields)
        state.reload_model(app_label, self.model_name, delay=True)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Add the columns."""
        model = to_state.apps.get_model(app_label, self.model_name)
        for field in (model._meta.get_field(name) for name in self.fields):
            if schema_editor.connection.vendor != "sqlite":
                schema_editor.add_field(model, field)
                continue
            table, column = schema_editor.quote_name(model._meta.db_table), schema_editor.quote_name(field.column)
            kind = field.db_type(schema_editor.connection)
            schema_editor.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} NOT NULL DEFAULT ''")

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Take the columns away."""
        model = from_state.apps.get_model(app_label, self.model_name)
        for name in self.fields:
            schema_editor.remove_field(model, model._meta.get_field(name))

    def describe(self):
        """Say what it does."""
        return f"Add {', '.join(self.fields)} to {self.model_name}"


def line(name, label, longest):
    """Return the columns of a line, one for each language."""
    return {
        f"{name}_{language}": models.CharField(blank=True, max_length=longest, verbose_name=f"{label} in {said}")
        for language, said in LANGUAGES.items()
    }


def text(name, label):
    """Return the same of a text of several lines."""
    return {
        f"{name}_{language}": models.TextField(blank=True, verbose_name=f"{label} in {said}")
        for language, said in LANGUAGES.items()
    }


CHRONOLOGY = {
    "method": models.TextField(
        blank=True, help_text="Who chose the events, from which sources, and how dates are read", verbose_name="method"
    ),
    "licence": models.CharField(
        blank=True, choices=LICENCES, default="", max_length=30, verbose_name="licence"
    ),
    **line("title", "title", 200), **line("scope", "scope in one line", 300),
    **text("intro", "introduction"), **text("method", "method"),
}  # fmt: skip
SECTION = {**line("title", "title", 200), **text("intro", "introduction")}
LANE = line("name", "name", 80)


class Migration(migrations.Migration):
    """Written by hand: one step a table."""

    dependencies = [("records", "0013_index_words")]
    operations = [
        AddTexts(f"{kept}{noun}", fields)
        for noun, fields in (("chronology", CHRONOLOGY), ("section", SECTION), ("lane", LANE))
        for kept in ("", "historical")
    ]
