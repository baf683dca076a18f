"""The window. A screen is two methods: take an event and return the next screen; draw.

theme, fonts, canvas, parts: how things look and how they are drawn. attention, ui, widgets: what can be pressed, and
who has the focus. title, brief, prepare, table, debrief: the screens. window: the loop; shot: a picture of any screen.
"""
