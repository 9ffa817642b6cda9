"""The ASGI entry that `bin/serve` loads: `timeline.asgi:application`, Django behind its front."""

from timeline.wsgi import application as django  # isort: skip  # it names the settings

from timeline.front.gate import Gate

application = Gate(django)
