"""The commands of `parallax`, one a file. A new command is one file here and one line in `ALL_COMMANDS`."""

import click

from dashboard.commands.add import add
from dashboard.commands.analyse import analyse
from dashboard.commands.articles import articles
from dashboard.commands.compare import compare
from dashboard.commands.correct import correct
from dashboard.commands.demo import demo
from dashboard.commands.doctor import doctor
from dashboard.commands.evaluate import evaluate
from dashboard.commands.event import event
from dashboard.commands.explain import explain
from dashboard.commands.export import export
from dashboard.commands.facts import facts
from dashboard.commands.group import group
from dashboard.commands.mark import mark
from dashboard.commands.outlet import outlet
from dashboard.commands.outlets import outlets
from dashboard.commands.put_back import put_back
from dashboard.commands.remove import remove
from dashboard.commands.serve import serve
from dashboard.commands.stories import stories
from dashboard.commands.sweep import sweep
from dashboard.commands.undo import undo

ALL_COMMANDS: tuple[click.Command, ...] = (
    add,
    articles,
    put_back,
    correct,
    remove,
    undo,
    mark,
    sweep,
    analyse,
    stories,
    event,
    outlets,
    outlet,
    compare,
    group,
    facts,
    serve,
    explain,
    export,
    evaluate,
    demo,
    doctor,
)
