#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "main_window/parts.h"
#include "ui_model/fonts.h"

namespace loopline::ui {

void showKeyList(QWidget* parent) {
  const std::pair<QString, QString> keys[] = {
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
      {QStringLiteral("T  Q"), MainWindow::tr("the timeline as a table, queues over time")},
      {MainWindow::tr("Esc"), MainWindow::tr("clear the selection")},
      {MainWindow::tr("Tab"), MainWindow::tr("to the next pane")},
      {QStringLiteral("Ctrl+F"), MainWindow::tr("find a lesson")},
      {QStringLiteral("Ctrl+K"), MainWindow::tr("go to anything")},
      {QStringLiteral("Ctrl+E"), MainWindow::tr("edit code")},
      {QStringLiteral("Ctrl+R"), MainWindow::tr("run")},
      {QStringLiteral("Ctrl+P"), MainWindow::tr("predict what comes next")},
      {QStringLiteral("Ctrl+Shift+E"), MainWindow::tr("export")},
      {QStringLiteral("?"), MainWindow::tr("this list")},
  };
  QDialog dialog(parent);
  dialog.setObjectName(QStringLiteral("keyList"));
  dialog.setWindowTitle(MainWindow::tr("Keys"));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(5);
  int row = 0;
  for (const auto& [key, deed] : keys) {
    auto* label = new QLabel(key, &dialog);
    label->setFont(codeFont(9.5));
    grid->addWidget(label, row, 0);
    grid->addWidget(new QLabel(deed, &dialog), row++, 1);
  }
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  auto* column = new QVBoxLayout(&dialog);
  column->setContentsMargins(20, 16, 20, 16);
  column->setSpacing(14);
  column->addLayout(grid);
  column->addWidget(buttons);
  dialog.exec();
}

}  // namespace loopline::ui
