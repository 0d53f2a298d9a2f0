// Two runs at one time; and what is chosen in one place is chosen in all: lists, code, timeline, table.
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolTip>
#include <QTreeView>

#include "code/code_gutter.h"
#include "inspector/inspector.h"
#include "transport/jump_popup.h"
#include "ui_model/theme.h"
#include "view/timeline_view.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

// Tasks that wait for a lock, a queue and a sleep; one that is ready; output; a second thread.
const char* const kBusy = R"(import asyncio, threading

async def holder(lock):
    async with lock:
        print("holds")
        await asyncio.sleep(2)

async def waiter(lock):
    async with lock:
        print("at last")

async def main():
    lock = asyncio.Lock()
    thread = threading.Thread(target=print, args=("from a thread",), name="other")
    thread.start()
    first = asyncio.create_task(holder(lock))
    second = asyncio.create_task(waiter(lock))
    await asyncio.sleep(1)
    third = asyncio.create_task(asyncio.sleep(3))
    await asyncio.gather(first, second, third)

asyncio.run(main())
)";

ui::RowsView* list(WindowFixture& fixture, const QString& name) {
  for (ui::RowsView* each : fixture.window().findChildren<ui::RowsView*>()) {
    if (each->isVisible() && each->accessibleName() == name) return each;
  }
  return nullptr;
}

int rowWith(const QAbstractItemModel& model, const QString& text) {
  for (int row = 0; row < model.rowCount(); ++row) {
    if (model.index(row, 0).data(Qt::AccessibleTextRole).toString().contains(text)) return row;
  }
  return -1;
}

void clickRow(WindowFixture& fixture, QAbstractItemView* view, const QModelIndex& index) {
  fixture.find<ui::Inspector>("inspector")->ensureWidgetVisible(view);
  view->scrollTo(index);
  QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
  QTest::qWait(5);
}

QString variablesTitle(WindowFixture& fixture) {
  for (const QToolButton* title : fixture.window().findChildren<QToolButton*>(QStringLiteral("sectionTitle"))) {
    if (title->text().startsWith(QStringLiteral("STACK"))) return title->text();
  }
  return {};
}

/// Pixels of the accent within the timeline: what is chosen there.
int marked(WindowFixture& fixture) {
  const QColor accent = ui::Theme::of(ui::ThemeKind::light).accent;
  const QImage image = fixture.window().findChild<ui::TimelineView*>()->grab().toImage();
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == accent;
  }
  return count;
}

QStringList strongChips(WindowFixture& fixture) {
  QStringList chips;
  for (const auto& line : panes(fixture).front()->findChild<ui::CodeGutter*>()->lines()) {
    for (const auto& chip : line.chips) {
      if (chip.strong) chips << chip.text;
    }
  }
  return chips;
}

/// Seconds of all that both consoles show.
double newestPrint(WindowFixture& fixture, const QString& console) {
  double newest = 0;
  const ui::RowsView* rows = nullptr;
  int run = console.endsWith(u'B') ? 1 : 0;
  for (const ui::RowsView* each : fixture.window().findChildren<ui::RowsView*>()) {
    if (each->objectName() == QStringLiteral("consoleList") && run-- == 0) rows = each;
  }
  for (int row = 0; rows != nullptr && row < rows->model()->rowCount(); ++row) {
    newest = std::max(newest, rows->model()->index(row, 0).data(ui::RowsModel::DetailRole).toString().toDouble());
  }
  return newest;
}

void goTo(WindowFixture& fixture, const QString& where) {
  fixture.press(Qt::Key_G, Qt::ControlModifier);
  auto* field = fixture.window().findChild<ui::JumpPopup*>()->findChild<QLineEdit*>();
  field->clear();
  QTest::keyClicks(field, where);
  QTest::keyClick(field, Qt::Key_Return);
  QTest::qWait(5);
}

}  // namespace

class TestWindowTogether : public QObject {
  Q_OBJECT

 private slots:
  void bothRunsAreAtTheSameTime() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    for (const double seconds : {0.5, 1.0, 1.5, 2.5}) {
      goTo(fixture, QStringLiteral("%1 s").arg(seconds));
      QVERIFY2(place(fixture).startsWith(QStringLiteral("t %1 s").arg(seconds, 0, 'f', 3)), qPrintable(place(fixture)));
      QVERIFY(newestPrint(fixture, QStringLiteral("A")) <= seconds);
      QVERIFY(newestPrint(fixture, QStringLiteral("B")) <= seconds);
    }
    // B is over at 2 s: at 2.5 s it shows its end, while A still waits.
    QVERIFY(newestPrint(fixture, QStringLiteral("B")) == 2.0);
    QVERIFY(panes(fixture).at(0)->waitingLines().size() + (panes(fixture).at(0)->currentLine() > 0 ? 1u : 0u) > 0);
    QVERIFY(panes(fixture).at(1)->waitingLines().empty());
  }

  void withinAnInstantTheyGoStepByStep() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    int within = 0;
    QStringList seen{sentence(fixture) + place(fixture)};
    while (place(fixture).startsWith(QStringLiteral("t 0.000 s")) && within < 40) {
      fixture.press(Qt::Key_Right);
      seen << sentence(fixture) + place(fixture);
      ++within;
    }
    QVERIFY(within > 4);  // several steps, and no time has passed
    QCOMPARE(QStringList(seen).removeDuplicates(), 0);
  }

  void aTypedEventStepAndLineAreGoneTo() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    goTo(fixture, QStringLiteral("step 7"));
    QVERIFY2(place(fixture).contains(QStringLiteral("· 7/")), qPrintable(place(fixture)));
    goTo(fixture, QStringLiteral("#1"));
    const QString first = sentence(fixture);
    fixture.press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);  // the next event of all
    QVERIFY(sentence(fixture) != first);
    goTo(fixture, QStringLiteral("line 6"));
    QVERIFY(panes(fixture).at(0)->currentLine() == 6 || panes(fixture).at(1)->currentLine() == 6);
  }

  void aChosenTaskIsChosenEverywhere_data() {
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("task");
    QTest::newRow("timer") << QStringLiteral("Timers") << QStringLiteral("Task-2") << QStringLiteral("TASK-2");
    QTest::newRow("variables") << QStringLiteral("Stack and variables") << QStringLiteral("line")
                               << QStringLiteral("TASK");
    QTest::newRow("console") << QStringLiteral("Console") << QStringLiteral("holds") << QStringLiteral("TASK-2");
    QTest::newRow("waits") << QStringLiteral("tree") << QStringLiteral("Task-3") << QStringLiteral("TASK-3");
  }
  void aChosenTaskIsChosenEverywhere() {
    QFETCH(QString, panel);
    QFETCH(QString, row);
    QFETCH(QString, task);
    WindowFixture fixture;
    openScript(fixture, kBusy);
    goTo(fixture, QStringLiteral("0.5 s"));
    const int before = marked(fixture);
    if (panel == QStringLiteral("tree")) {
      auto* tree = fixture.find<ui::Inspector>("inspector")->findChild<QTreeView*>();
      QModelIndex index = tree->model()->index(0, 0);
      while (index.isValid() && !index.data().toString().startsWith(row)) index = tree->indexBelow(index);
      QVERIFY(index.isValid());
      clickRow(fixture, tree, index);
    } else {
      ui::RowsView* rows = list(fixture, panel);
      QVERIFY(rows != nullptr);
      const int at = rowWith(*rows->model(), row);
      QVERIFY2(at >= 0, qPrintable(rowsOf(*rows->model()).join(u'\n')));
      clickRow(fixture, rows, rows->model()->index(at, 0));
    }
    fixture.grab(QStringLiteral("chosen-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    QTRY_VERIFY2(variablesTitle(fixture).contains(task), qPrintable(variablesTitle(fixture)));
    QVERIFY2(marked(fixture) > before + 20, qPrintable(QString::number(marked(fixture))));
    if (panel != QStringLiteral("Console")) QVERIFY(!strongChips(fixture).isEmpty());
  }

  void aClickOnALaneChoosesItsTaskInTheCodeAndThePanels() {
    WindowFixture fixture;
    openScript(fixture, kBusy);
    goTo(fixture, QStringLiteral("0.5 s"));
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    timeline->setFocus();
    QStringList chosen, titles;
    for (int i = 0; i < 8 && chosen.isEmpty(); ++i) {
      QTest::keyClick(timeline, Qt::Key_Down);
      QTest::qWait(20);
      titles << variablesTitle(fixture);
      if (titles.back().contains(QStringLiteral("TASK-3"))) chosen = strongChips(fixture);
    }
    QVERIFY2(chosen.contains(QStringLiteral("T3")), qPrintable(chosen.join(u' ') + titles.join(u'\n')));
  }

  void theTableIsReadAndFollowedWithKeys_data() { lookRows(); }
  void theTableIsReadAndFollowedWithKeys() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    openScript(fixture, kBusy);
    fixture.press(Qt::Key_T, Qt::ControlModifier);
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    auto* table = timeline->findChild<QTableView*>();
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 20'000);
    table->setFocus();
    QSet<QString> places, titles;
    for (int i = 0; i < table->model()->rowCount() && i < 40; ++i) {
      QTest::keyClick(table, Qt::Key_Down);
      QTest::qWait(2);
      places << place(fixture);
      titles << variablesTitle(fixture);
    }
    QVERIFY(places.size() > 4);
    QVERIFY(titles.size() > 2);  // of several tasks
    fixture.grab(QStringLiteral("table-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    const QImage image = table->viewport()->grab().toImage();
    int bright = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) bright += image.pixelColor(x, y).lightness() > 128;
    }
    // The ground is that of the theme in every row.
    const double share = double(bright) / (double(image.width()) * image.height());
    QVERIFY2(theme == QStringLiteral("dark") ? share < 0.2 : share > 0.8, qPrintable(QString::number(share)));
    for (int column = 0; column < table->model()->columnCount(); ++column) {
      QVERIFY(!table->model()->headerData(column, Qt::Horizontal).toString().isEmpty());
      QVERIFY(table->columnWidth(column) >= table->horizontalHeader()->fontMetrics().horizontalAdvance(
                                                table->model()->headerData(column, Qt::Horizontal).toString()));
    }
    fixture.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!table->isVisible(), 20'000);
  }

  void aSliceTellsAllAboutItselfUnderThePointer() {
    WindowFixture fixture;
    openScript(fixture, kBusy);
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    QWidget* plot = nullptr;
    for (QWidget* each : timeline->findChildren<QWidget*>()) {
      if (each->inherits("QCustomPlot")) plot = each;
    }
    QVERIFY(plot != nullptr);
    QString told;
    for (int y = 40; y < plot->height() - 80 && !told.contains(QStringLiteral("sleep(2)")); y += 6) {
      const QPoint at(plot->width() / 2, y);
      QHelpEvent help(QEvent::ToolTip, at, plot->mapToGlobal(at));
      QApplication::sendEvent(plot, &help);
      if (QToolTip::isVisible()) told = QToolTip::text();
    }
    QVERIFY2(told.contains(QStringLiteral("Task-2")) && told.contains(QStringLiteral("2.000 s")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("line")), qPrintable(told));
  }
};

QTEST_MAIN(TestWindowTogether)
#include "test_window_together.moc"
