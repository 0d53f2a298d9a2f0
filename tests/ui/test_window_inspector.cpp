// The panels on the right: what they say of a run, and that choosing anything there chooses it everywhere.
#include <QTreeView>

#include "code/code_gutter.h"
#include "inspector/inspector.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"
#include "view/timeline_view.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

const char* const kDeadlock = R"(import asyncio

async def take(name, first, second):
    async with first:
        print(name, "has one")
        await asyncio.sleep(1)
        async with second:
            print(name, "eats")

async def main():
    fork, knife = asyncio.Lock(), asyncio.Lock()
    plates = asyncio.Queue(2)
    await plates.put("soup")
    await asyncio.gather(take("Ada", fork, knife), take("Bob", knife, fork))

asyncio.run(main())
)";

const char* const kThreads = R"(import asyncio, threading, time

def other():
    async def tick():
        for n in range(3):
            print("tick", n)
            await asyncio.sleep(1)
    asyncio.run(tick())

async def main():
    thread = threading.Thread(target=other, name="ticker")
    thread.start()
    print(await asyncio.to_thread(sum, [1, 2, 3]))
    await asyncio.sleep(2.5)
    time.sleep(1)

asyncio.run(main())
)";

const char* const kFuture = R"(import asyncio

async def waiter(future):
    print(await future)

async def main():
    answer = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(answer))
    await asyncio.sleep(1)
    answer.set_result(42)
    await task

asyncio.run(main())
)";

ui::RowsView* list(WindowFixture& fixture, const char* name) {
  for (ui::RowsView* each : fixture.window().findChildren<ui::RowsView*>()) {
    if (each->accessibleName() == QString::fromLatin1(name)) return each;
  }
  return nullptr;
}

void clickRow(QAbstractItemView* view, const QModelIndex& index) {
  view->scrollTo(index);
  QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
  QTest::qWait(10);
}

// The lines that are framed as selected, in the left pane.
QList<int> framedLines(WindowFixture& fixture) {
  QList<int> lines;
  for (const ui::CodeGutter::Line& line : panes(fixture).at(0)->findChild<ui::CodeGutter*>()->lines()) {
    if (line.selected) lines << line.number;
  }
  return lines;
}

}  // namespace

class TestWindowInspector : public QObject {
  Q_OBJECT

 private slots:
  void aDeadlockIsShownAsACircle_data() { lookRows(); }
  void aDeadlockIsShownAsACircle() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    openScript(fixture, kDeadlock);
    fixture.press(Qt::Key_End);
    QVERIFY2(sentence(fixture).contains(QStringLiteral("which Task-3 holds")), qPrintable(sentence(fixture)));
    auto* tree = fixture.window().findChild<ui::Inspector*>()->findChild<QTreeView*>();
    QStringList texts;
    for (QModelIndex index = tree->model()->index(0, 0); index.isValid(); index = tree->indexBelow(index)) {
      texts << index.data().toString();
    }
    QVERIFY2(texts.join(u'\n').contains(QStringLiteral("a circle")), qPrintable(texts.join(u'\n')));
    QVERIFY2(rowsOf(*list(fixture, "Locks, queues and others")->model())
                 .contains(QStringLiteral("lock fork: held by Task-2 · waiting: Task-3")),
             qPrintable(rowsOf(*list(fixture, "Locks, queues and others")->model()).join(u'\n')));
    QVERIFY2(rowsOf(*list(fixture, "Locks, queues and others")->model())
                 .contains(QStringLiteral("queue plates: 1 of 2 items · 1 unfinished")),
             qPrintable(rowsOf(*list(fixture, "Locks, queues and others")->model()).join(u'\n')));
    fixture.grab(QStringLiteral("inspector-deadlock-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
  }

  void aChosenLockMarksOnTheTimelineWhoWaitsForIt() {
    WindowFixture fixture;
    openScript(fixture, kDeadlock);
    fixture.press(Qt::Key_End);
    sentence(fixture);
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    const QColor accent = ui::Theme::of(ui::ThemeKind::light).accent;
    const auto marked = [&] {
      const QImage image = timeline->grab().toImage();
      int count = 0;
      for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += image.pixelColor(x, y) == accent;
      }
      return count;
    };
    const int before = marked();
    ui::RowsView* objects = list(fixture, "Locks, queues and others");
    clickRow(objects, objects->model()->index(0, 0));
    fixture.grab(QStringLiteral("inspector-lock-chosen"));
    QVERIFY2(marked() > before + 60, qPrintable(QString::number(marked())));
    // Nobody waits for the queue: where it was made and got its item is marked all the same.
    int queue = 0;
    while (!rowsOf(*objects->model()).at(queue).startsWith(QStringLiteral("queue"))) ++queue;
    clickRow(objects, objects->model()->index(queue, 0));
    fixture.grab(QStringLiteral("inspector-queue-chosen"));
    QVERIFY2(marked() > before + 15, qPrintable(QString::number(marked())));
    fixture.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(marked() <= before, 20'000);
  }

  void aChosenEventMarksOnTheTimelineWhereItWasSet() {
    WindowFixture fixture;
    openScript(fixture,
               "import asyncio\n\nasync def main():\n    done = asyncio.Event()\n    await asyncio.sleep(1)\n"
               "    done.set()\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n");
    fixture.press(Qt::Key_End);
    sentence(fixture);
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    const QColor accent = ui::Theme::of(ui::ThemeKind::light).accent;
    const auto columns = [&] {
      const QImage image = timeline->grab().toImage();
      QSet<int> marked;
      for (int y = image.height() / 4; y < image.height() * 3 / 4; ++y) {
        for (int x = image.width() / 5; x < image.width(); ++x) {
          if (image.pixelColor(x, y) == accent) marked << x / 12;
        }
      }
      return marked.size();
    };
    const qsizetype before = columns();
    ui::RowsView* objects = list(fixture, "Locks, queues and others");
    QCOMPARE(rowsOf(*objects->model()), QStringList{QStringLiteral("event done: set")});
    clickRow(objects, objects->model()->index(0, 0));
    fixture.grab(QStringLiteral("inspector-event-chosen"));
    QVERIFY2(columns() >= before + 2, qPrintable(QString::number(columns())));  // made, and set
  }

  void longSentencesOfWarningsAreSeenWhole() {
    WindowFixture fixture(QStringLiteral("light"), false, QSize(1366, 768));
    openScript(fixture,
               "import asyncio\n\nasync def a_coroutine_with_a_long_name():\n    pass\n\nasync def main():\n"
               "    a_coroutine_with_a_long_name()\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n");
    fixture.press(Qt::Key_End);
    sentence(fixture);
    ui::RowsView* warnings = list(fixture, "Warnings");
    QVERIFY(warnings->isVisible() && warnings->model()->rowCount() > 0);
    fixture.find<ui::Inspector>("inspector")->ensureWidgetVisible(warnings);
    fixture.grab(QStringLiteral("inspector-warning"));
    for (int row = 0; row < warnings->model()->rowCount(); ++row) {
      const QModelIndex index = warnings->model()->index(row, 0);
      const QRect there = warnings->visualRect(index);
      const QRect wanted = QFontMetrics(ui::textFont(9.5))
                               .boundingRect(0, 0, there.width() - 10, 1000, Qt::TextWordWrap, index.data().toString());
      QVERIFY(wanted.height() > 20);  // it needs more than a line
      QVERIFY2(there.height() >= wanted.height(), qPrintable(index.data().toString()));
      QVERIFY(warnings->viewport()->rect().contains(there));
    }
  }

  void aFutureOfTheProgramIsListedUntilItIsDone() {
    WindowFixture fixture;
    openScript(fixture, kFuture);
    for (int i = 0; i < 4; ++i) fixture.press(Qt::Key_Right);
    sentence(fixture);
    const auto rows = [&] { return rowsOf(*list(fixture, "Locks, queues and others")->model()); };
    QVERIFY2(rows().contains(QStringLiteral("future answer: not done yet · waiting: Task-2")),
             qPrintable(rows().join(u'\n')));
    fixture.press(Qt::Key_End);
    sentence(fixture);
    QVERIFY(rows().filter(QStringLiteral("future")).isEmpty());
  }

  void choosingARowChoosesItsTaskAndLine() {
    WindowFixture fixture;
    openScript(fixture, kDeadlock);
    fixture.press(Qt::Key_End);
    sentence(fixture);
    ui::RowsView* objects = list(fixture, "Locks, queues and others");
    clickRow(objects, objects->model()->index(0, 0));
    QCOMPARE(framedLines(fixture), QList<int>{11});  // where the lock was made
    auto* tree = fixture.window().findChild<ui::Inspector*>()->findChild<QTreeView*>();
    QModelIndex third;
    for (QModelIndex index = tree->model()->index(0, 0); index.isValid(); index = tree->indexBelow(index)) {
      if (index.data().toString().startsWith(QStringLiteral("Task-3"))) third = index;
    }
    QVERIFY(third.isValid());
    clickRow(tree, third);
    ui::RowsView* stack = list(fixture, "Stack and variables");
    const QStringList rows = rowsOf(*stack->model());
    QCOMPARE(rows.first(), QStringLiteral("take(): line 7"));
    QVERIFY2(rows.contains(QStringLiteral("name: 'Bob'")), qPrintable(rows.join(u'\n')));
    clickRow(stack, stack->model()->index(0, 0));
    QCOMPARE(framedLines(fixture), QList<int>{7});
    fixture.press(Qt::Key_J, Qt::ShiftModifier);  // its last turn
    QVERIFY2(sentence(fixture).startsWith(QStringLiteral("Task-3")), qPrintable(sentence(fixture)));
    fixture.press(Qt::Key_Escape);
    QVERIFY(framedLines(fixture).isEmpty());
  }

  void theConsoleLeadsToItsMoment() {
    WindowFixture fixture;
    openScript(fixture, kDeadlock);
    fixture.press(Qt::Key_End);
    sentence(fixture);
    ui::RowsView* console = list(fixture, "Console");
    clickRow(console, console->model()->index(1, 0));
    QVERIFY2(sentence(fixture).contains(QStringLiteral("Task-3 prints Bob has one")), qPrintable(sentence(fixture)));
  }

  void whatTheLastStepChangedIsMarked() {
    WindowFixture fixture;
    openScript(fixture, kDeadlock);
    for (int i = 0; i < 2; ++i) fixture.press(Qt::Key_Right, Qt::ShiftModifier);
    sentence(fixture);
    const auto changed = [&] {
      int count = 0;
      for (const ui::RowsView* each : fixture.window().findChildren<ui::RowsView*>()) {
        for (const QString& row : rowsOf(*each->model())) count += row.endsWith(QStringLiteral("(changed)")) ? 1 : 0;
      }
      return count;
    };
    QVERIFY(changed() > 0);
    fixture.press(Qt::Key_Home);
    sentence(fixture);
    QCOMPARE(changed(), 0);
  }

  void threadsAndLoopsAreListed() {
    WindowFixture fixture;
    openScript(fixture, kThreads);
    for (int i = 0; i < 10; ++i) fixture.press(Qt::Key_Right, Qt::ShiftModifier);
    sentence(fixture);
    const QStringList rows = rowsOf(*list(fixture, "Threads and loops")->model());
    QVERIFY2(rows.filter(QStringLiteral("ticker")).size() == 1, qPrintable(rows.join(u'\n')));
    QVERIFY2(rows.filter(QStringLiteral("loop ")).size() == 2, qPrintable(rows.join(u'\n')));
    fixture.grab(QStringLiteral("inspector-threads"));
  }
};

QTEST_MAIN(TestWindowInspector)
#include "test_window_inspector.moc"
