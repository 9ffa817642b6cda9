"""A synthetic chronology of any size, to try things with: written by chance from a seed, and taken away again."""
