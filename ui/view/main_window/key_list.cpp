#include "help/help_dialog.h"
#include "view/main_window.h"

namespace loopline::ui {

std::vector<std::pair<QString, QString>> keyList() {
  return {
      {MainWindow::tr("Space"), MainWindow::tr("play or pause")},
      {QStringLiteral("→ ←"), MainWindow::tr("one step on, back")},
      {MainWindow::tr("Shift+→ ←"), MainWindow::tr("next, previous switch")},
      {MainWindow::tr("Ctrl+→ ←"), MainWindow::tr("next, previous turn of the loop")},
      {QStringLiteral("] ["), MainWindow::tr("next, previous cue")},
      {QStringLiteral(". ,"), MainWindow::tr("next, previous printed line")},
      {MainWindow::tr("Alt+→ ←"), MainWindow::tr("next, previous line of code")},
      {MainWindow::tr("L  Shift+L"), MainWindow::tr("run to the selected line, back to it")},
      {MainWindow::tr("J  Shift+J"), MainWindow::tr("next, last time the selected task runs")},
      {QStringLiteral("Ctrl+G"), MainWindow::tr("go to a time, step or line")},
      {MainWindow::tr("PgDn PgUp"), MainWindow::tr("a tenth on, back")},
      {MainWindow::tr("Home End"), MainWindow::tr("to the start, to the end")},
      {QStringLiteral("1 2 3"), MainWindow::tr("axis: time, elastic, steps")},
      {QStringLiteral("+ − 0"), MainWindow::tr("zoom in, out, show all")},
      {QStringLiteral("/"), MainWindow::tr("find a task")},
      {QStringLiteral("F  P"), MainWindow::tr("fold the selected group, pin the selected lane")},
      {MainWindow::tr("Ctrl+Shift+↑ ↓"), MainWindow::tr("move the selected lane")},
      {QStringLiteral("I  O"), MainWindow::tr("a stretch begins, ends here: what happened in it")},
      {QStringLiteral("B  N"), MainWindow::tr("bookmark, note")},
      {QStringLiteral("Ctrl+T  Q"), MainWindow::tr("the timeline as a table, queues over time")},
      {MainWindow::tr("Esc"), MainWindow::tr("clear the selection")},
      {MainWindow::tr("Tab"), MainWindow::tr("to the next pane")},
      {QStringLiteral("Ctrl+F"), MainWindow::tr("find a lesson")},
      {QStringLiteral("F9"), MainWindow::tr("the list of lessons, there or not")},
      {QStringLiteral("Ctrl+K"), MainWindow::tr("go to anything")},
      {QStringLiteral("Ctrl+E"), MainWindow::tr("edit code")},
      {QStringLiteral("Ctrl+R"), MainWindow::tr("run")},
      {QStringLiteral("Ctrl+P"), MainWindow::tr("predict what comes next")},
      {QStringLiteral("Ctrl+Shift+E"), MainWindow::tr("export")},
      {MainWindow::tr("Ctrl++  Ctrl+−"), MainWindow::tr("larger, smaller text")},
      {MainWindow::tr("Alt+Home"), MainWindow::tr("the start page")},
      {QStringLiteral("?"), MainWindow::tr("this page")},
  };
}

}  // namespace loopline::ui
