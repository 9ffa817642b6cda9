"""The measurements of public_pages.py, a file each."""
