"""Every address: each room brings its own."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    # English keeps the address without a language; the desk has no other.
    *i18n_patterns(
        path("", include("timeline.public.urls")),
        path("", include("timeline.review.reports.urls")),
        prefix_default_language=False,
    ),
    path("", include("timeline.accounts.urls")),
    path("", include("timeline.ingest.urls")),
    path("", include("timeline.review.urls")),
    path("", include("timeline.arrange.urls")),
    path("", include("timeline.transfer.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "timeline.web.views.bad_request"
handler403 = "timeline.web.views.permission_denied"
handler404 = "timeline.web.views.not_found"
handler500 = "timeline.web.views.server_error"
