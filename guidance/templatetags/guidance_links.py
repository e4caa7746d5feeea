from django import template

from guidance.links.showing import state_of

register = template.Library()

register.filter("link_state", state_of)
