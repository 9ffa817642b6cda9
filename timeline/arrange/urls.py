"""Addresses of the arrange room. Words that stand where a short name would are reserved in forms/chronologies.py."""

from django.urls import path

from timeline.arrange.views import chronologies, entries, events, history, merging, parts, proposed

app_name = "arrange"
urlpatterns = [
    path("arrange/", chronologies.chronologies, name="chronologies"),
    path("arrange/new/", chronologies.chronology_new, name="chronology_new"),
    path("arrange/events/", events.events_list, name="events_list"),
    path("arrange/events/new/", events.event_new, name="event_new"),
    path("arrange/events/proposed/", proposed.proposed, name="proposed"),
    path("arrange/events/<key:pk>/", events.event_edit, name="event_edit"),
    path("arrange/events/<key:pk>/cite/", events.citation_new, name="citation_new"),
    path("arrange/events/<key:pk>/date/", events.date_choose, name="date_choose"),
    path("arrange/events/<key:pk>/check/", events.check, name="check"),
    path("arrange/events/<key:pk>/withdraw/", events.event_withdraw, name="event_withdraw"),
    path("arrange/events/<key:pk>/history/", history.event_history, name="event_history"),
    path("arrange/events/<key:pk>/merge/", merging.merge_with, name="merge_with"),
    path("arrange/events/<key:pk>/merge/<key:other>/", merging.merge, name="merge"),
    path("arrange/changes/<key:pk>/undo/", history.undo, name="undo"),
    path("arrange/entries/<key:pk>/move/", entries.entry_move, name="entry_move"),
    path("arrange/sections/<key:pk>/", parts.section_edit, name="section_edit"),
    path("arrange/sections/<key:pk>/move/", parts.section_move, name="section_move"),
    path("arrange/sections/<key:pk>/delete/", parts.section_delete, name="section_delete"),
    path("arrange/lanes/<key:pk>/", parts.lane_edit, name="lane_edit"),
    path("arrange/lanes/<key:pk>/move/", parts.lane_move, name="lane_move"),
    path("arrange/lanes/<key:pk>/delete/", parts.lane_delete, name="lane_delete"),
    path("arrange/<slug:slug>/", chronologies.chronology, name="chronology"),
    path("arrange/<slug:slug>/edit/", chronologies.chronology_edit, name="chronology_edit"),
    path("arrange/<slug:slug>/public/", chronologies.chronology_public, name="chronology_public"),
    path("arrange/<slug:slug>/history/", chronologies.chronology_history, name="chronology_history"),
    path("arrange/<slug:slug>/publish/", entries.publish, name="publish"),
    path("arrange/<slug:slug>/entries/", entries.entries_change, name="entries_change"),
    path("arrange/<slug:slug>/entries/new/", entries.entry_new, name="entry_new"),
    path("arrange/<slug:slug>/sections/new/", parts.section_new, name="section_new"),
    path("arrange/<slug:slug>/lanes/new/", parts.lane_new, name="lane_new"),
]
