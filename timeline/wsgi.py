"""The WSGI entry that a server loads: `timeline.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
# Who waits for a page has left long before; commands may take their time.
os.environ.setdefault("STATEMENT_SECONDS", "60")
application = get_wsgi_application()
