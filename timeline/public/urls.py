"""Addresses of the public room; all read, none writes."""

from django.urls import path

from timeline.public import views
from timeline.public.take_along import views as take_along
from timeline.public.ways import views as ways

app_name = "public"
urlpatterns = [
    path("", views.chronologies, name="chronologies"),
    path("chronologies/<slug:slug>/", views.timeline, name="timeline"),
    path("chronologies/<slug:slug>/<decade:decade>/", views.decade, name="decade"),
    path("chronologies/<slug:slug>/<year:year>/", views.year, name="year"),
    path("chronologies/<slug:slug>/<year:year>/<month:month>/", views.month, name="month"),
    path("chronologies/<slug:slug>/table/", ways.table, name="table"),
    path("chronologies/<slug:slug>/names/<slug:kind>/", ways.names, name="names"),
    path("chronologies/<slug:slug>/map/", ways.map, name="map"),
    path("chronologies/<slug:slug>/one/", ways.one, name="one"),
    path("chronologies/<slug:slug>/one/<key:pk>/", ways.one, name="one"),
    path("chronologies/<slug:slug>/this-week/", ways.this_week, name="this_week"),
    path("chronologies/<slug:slug>/coverage/", ways.coverage, name="coverage"),
    path("chronologies/<slug:slug>/lag/", ways.lag, name="lag"),
    path("chronologies/<slug:slug>/compare/", ways.compare, name="compare"),
    path("chronologies/<slug:slug>/as-known-on/", ways.as_known_on, name="as_known_on"),
    path("chronologies/<slug:slug>/as-known-on/<str:day>/", ways.as_known_on, name="as_known_on"),
    path("events/<key:pk>/", views.event, name="event"),
    path("events/<key:pk>/v/<key:version>/", views.event_version, name="event_version"),
    path("events/<key:pk>/cite.<way:way>", take_along.cite, name="cite"),
    path("events/<key:pk>/v/<key:version>/cite.<way:way>", take_along.cite_version, name="cite_version"),
    path("events/<key:pk>/card.png", take_along.picture, name="picture"),
    path("events/<key:pk>/sources.<way:way>", take_along.cite_sources, name="cite_sources"),
    path("chronologies/<slug:slug>/take-along/", take_along.take_along, name="take_along"),
    path("chronologies/<slug:slug>/embed/", take_along.embed, name="embed"),
    path("chronologies/<slug:slug>/feed.atom", take_along.new_events_feed, name="new_events_feed"),
    path("chronologies/<slug:slug>/calendar.ics", take_along.calendar, name="calendar"),
    path("chronologies/<slug:slug>/corrections/", take_along.corrections, name="corrections"),
    path("chronologies/<slug:slug>/corrections/feed.atom", take_along.corrections_feed, name="corrections_feed"),
    path("chronologies/<slug:slug>/cite.<way:way>", take_along.cite_chronology, name="cite_chronology"),
    path("robots.txt", take_along.robots, name="robots"),
    path("sitemap.xml", take_along.sitemap, name="sitemap"),
    path("sitemap-pages.xml", take_along.sitemap_pages, name="sitemap_pages"),
    path("sitemap-periods-<slug:slug>.xml", take_along.sitemap_periods, name="sitemap_periods"),
    path("sitemap-events-<key:number>.xml", take_along.sitemap_events, name="sitemap_events"),
    path("how-dates-are-read/", views.conventions, name="conventions"),
]
