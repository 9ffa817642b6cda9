"""How a sample is known as one: a Batch that no file was sent for names its chronology.

What an import brings in has its batch in a column already, which no form fills and which a person's own records lack:
so a sample is told from everything else row by row, also when its chronology is renamed or half of it is gone.
"""

from typing import Any

from timeline.records.models import Batch, Chronology

KEY = "sample"
"""What the mapping of such a batch holds in the place of columns."""


class NoSample(ValueError):
    """The short name belongs to no chronology, or to one that is no sample."""


def mapping_of(chronology: Chronology, *, events: int, seed: int, ancient: bool) -> dict[str, Any]:
    """Return what the batch of a sample says of it."""
    return {
        KEY: {
            "chronology": chronology.pk, "slug": chronology.slug, "events": events, "seed": seed, "ancient": ancient,
        }
    }  # fmt: skip


def sample_named(slug: str) -> Batch | None:
    """Return the batch of the sample with a short name, None if nothing stands under it; NoSample if anything else.

    What is left of a sample whose removal was interrupted is found by the short name that it was made under.
    """
    samples = Batch.objects.filter(mapping__has_key=KEY)
    chronology = Chronology.objects.filter(slug=slug).first()
    if chronology is None:
        return samples.filter(**{f"mapping__{KEY}__slug": slug}).first()
    found = samples.filter(**{f"mapping__{KEY}__chronology": chronology.pk}).first()
    if found is None:
        raise NoSample
    return found


def is_finished(sample: Batch) -> bool:
    """Return whether all of it was written."""
    return bool(sample.result)
