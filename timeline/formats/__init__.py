"""Files that others read: values in, bytes out, one file a format; no Django, no database, no clock."""
