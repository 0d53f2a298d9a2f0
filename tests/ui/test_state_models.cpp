// Lists and trees of the inspector, the lesson list, and what is kept between two starts of the program.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

#include "lesson_runs.h"
#include "ui_model/lesson_list_model.h"
#include "ui_model/progress_store.h"
#include "ui_model/rows_model.h"
#include "ui_model/state_rows.h"
#include "ui_model/wait_model.h"

using namespace loopline;

class TestStateModels : public QObject {
  Q_OBJECT

 private slots:
  void listsStaySoundWhileTheRunIsPlayed() {
    const auto runs = test::lessonRuns("201-");
    const replay::Replay& replay = runs->replay(1);
    ui::RowsModel ready, timers, variables, console;
    ui::WaitModel waits;
    using Tester = QAbstractItemModelTester;
    const Tester a(&ready), b(&timers), c(&variables), d(&console), e(&waits);
    for (replay::EventIndex event = 0; event <= replay.event_count(); ++event) {
      const ui::StateRows state(replay, replay.after(event), 1);
      ready.setRows(state.readyQueue());
      timers.setRows(state.timers());
      variables.setRows(state.variables(state.taskOfInterest()));
      console.setRows(state.console());
      replay::WaitForest forest = replay.waits_at(replay.after(event));
      waits.setForest(forest, std::vector<int>(forest.nodes.size(), -1), 1);
      QCOMPARE(ready.rowCount(), static_cast<int>(replay.ready_at(replay.after(event)).size()));
      QCOMPARE(timers.rowCount(), static_cast<int>(replay.timers_at(replay.after(event)).size()));
    }
    QCOMPARE(console.rows().back().text, QStringLiteral("both after 2 s"));
  }

  void aTimerSaysWhoseItIsAndHowLate() {
    const auto runs = test::lessonRuns("302-");
    const replay::Replay& replay = runs->replay(0);
    const std::vector<ui::Row> timers = ui::StateRows(replay, replay.at_time(1'400'000'000), 0).timers();
    QCOMPARE(timers.size(), std::size_t{1});
    QCOMPARE(timers[0].text, QStringLiteral("1.000 s → Task-2"));
    QCOMPARE(timers[0].detail, QStringLiteral("0.4 s overdue"));
    QCOMPARE(timers[0].look, ui::Row::Look::alert);
  }

  void longListsSayHowMuchMoreThereIs() {
    const ui::ComparedRun run =
        test::runOf("many",
                    "import asyncio\nasync def main():\n    await asyncio.gather(*[asyncio.sleep(1) "
                    "for n in range(500)])\nasyncio.run(main())\n");
    const std::vector<ui::Row> timers = ui::StateRows(*run.replay, run.replay->at_time(500'000'000), 0).timers();
    QCOMPARE(timers.size(), std::size_t{ui::kMostRows + 1});
    QCOMPARE(timers.back().text, QStringLiteral("… and 300 more"));
  }

  void thingsAreCalledAsTheProgramCallsThem() {
    const ui::ComparedRun run =
        test::runOf("locks",
                    "import asyncio\n\nasync def take(a, b):\n    async with a:\n"
                    "        await asyncio.sleep(1)\n        async with b:\n            pass\n\n"
                    "async def main():\n    fork, knife = asyncio.Lock(), asyncio.Lock()\n"
                    "    await asyncio.gather(take(fork, knife), take(knife, fork))\n\n"
                    "asyncio.run(main())\n");
    const replay::Replay& replay = *run.replay;
    const ui::StateRows end(replay, replay.end(), 0);
    const std::vector<ui::Row> objects = end.objects();
    QCOMPARE(objects.size(), std::size_t{2});
    QCOMPARE(objects[0].text, QStringLiteral("lock fork"));
    QCOMPARE(objects[0].detail, QStringLiteral("held by Task-2 · waiting: Task-3"));
    QCOMPARE(objects[0].selection.line, 10U);
    ui::StateRows::Waits waits = end.waits();
    QStringList texts;
    for (const replay::WaitNode& node : waits.forest.nodes) texts << QString::fromStdString(node.text);
    QVERIFY2(texts.contains(QStringLiteral("lock knife, held by Task-3")), qPrintable(texts.join(u'|')));
    QVERIFY2(texts.contains(QStringLiteral("Task-2 take(…) line 6")), qPrintable(texts.join(u'|')));
    ui::WaitModel model;
    const QAbstractItemModelTester tester(&model);
    model.setForest(std::move(waits.forest), std::move(waits.numbers), 0, std::move(waits.fresh));
    bool circle = false;
    const std::function<void(const QModelIndex&)> look = [&](const QModelIndex& parent) {
      for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        circle = circle || index.data().toString().contains(QStringLiteral("a circle"));
        QVERIFY(index.data(ui::WaitModel::AlertRole).toBool());
        QVERIFY(model.selectionOf(index).what != ui::Selection::What::nothing);
        look(index);
      }
    };
    look({});
    QVERIFY(circle);
  }

  void theStackHasItsLinesAndVariables() {
    const ui::ComparedRun run =
        test::runOf("stack",
                    "import asyncio\n\nasync def inner(n):\n    await asyncio.sleep(n)\n\nasync def main():\n"
                    "    word = 'x'\n    await inner(2)\n\nasyncio.run(main())\n");
    const replay::Replay& replay = *run.replay;
    const replay::ObjectId task = replay.data().tasks.front().id;
    const std::vector<ui::Row> rows = ui::StateRows(replay, replay.at_time(1'000'000'000), 0, 0).variables(task);
    QStringList texts;
    for (const ui::Row& row : rows) texts << row.text + u' ' + row.detail;
    QCOMPARE(texts, QStringList({QStringLiteral("inner() line 4"), QStringLiteral("n 2"),
                                 QStringLiteral("main() line 8"), QStringLiteral("word 'x'")}));
    QCOMPARE(rows[1].selection, ui::Selection::ofTaskAt(0, task, 4));
    QCOMPARE(rows[3].selection, ui::Selection::ofTaskAt(0, task, 8));
    QVERIFY(rows[1].fresh);  // since the start
  }

  void whatChangedSinceAStepIsFresh() {
    const auto runs = test::lessonRuns("201-");
    const replay::Replay& replay = runs->replay(1);
    const replay::Stops stops = replay.stops();
    const auto at = [&](std::size_t stop) { return stops.event(replay::Granularity::step, stop); };
    const ui::StateRows state(replay, replay.after(at(3)), 1, at(2));
    int fresh = 0;
    for (const ui::Row& row : state.readyQueue()) fresh += row.fresh ? 1 : 0;
    const ui::StateRows before(replay, replay.after(at(2)), 1, at(2));
    for (const ui::Row& row : before.readyQueue()) QVERIFY(!row.fresh);
    for (const ui::Row& row : state.timers()) fresh += row.fresh ? 1 : 0;
    for (const ui::Row& row : state.console()) fresh += row.fresh ? 1 : 0;
    for (const bool each : state.waits().fresh) fresh += each ? 1 : 0;
    QVERIFY(fresh > 0);
  }

  void threadsAndTheirLoopsAreListedWhereThereAreSeveral() {
    const ui::ComparedRun run =
        test::runOf("threads",
                    "import asyncio, time\nasync def main():\n    await asyncio.to_thread(time.sleep, 1)\n"
                    "asyncio.run(main())\n");
    const std::vector<ui::Row> rows = ui::StateRows(*run.replay, run.replay->at_time(500'000'000), 0).threads();
    QStringList texts;
    for (const ui::Row& row : rows) texts << row.text + u' ' + row.detail;
    QCOMPARE(texts.size(), 3);
    QVERIFY2(texts[0].startsWith(QStringLiteral("MainThread")), qPrintable(texts[0]));
    QVERIFY2(texts[1].contains(QStringLiteral("in select until woken")), qPrintable(texts[1]));
    QVERIFY2(texts[2].contains(QStringLiteral("asleep until 1.000 s")), qPrintable(texts[2]));
    QVERIFY(ui::StateRows(*run.replay, run.replay->start(), 0).threads().empty());
  }

  void theLessonListIsByChapterAndMarksRise() {
    const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
    ui::ProgressStore progress{QString()};
    ui::LessonListModel model(catalogue, progress);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.index(0).data(ui::LessonListModel::HeadingRole).toBool());
    const QString path = QString::fromStdString(catalogue.lessons().front().path);
    const QModelIndex first = model.indexOf(path);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("new")));
    progress.raise(path, ui::ProgressStore::Mark::done);
    progress.raise(path, ui::ProgressStore::Mark::begun);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("done")));
    model.setQuery(QStringLiteral("gather"));
    QVERIFY(model.lessonCount() > 0);
    QVERIFY(model.lessonCount() < static_cast<int>(catalogue.lessons().size()));
    model.setQuery({});
    model.setFiles({QStringLiteral("/somewhere/mine.py")});
    QCOMPARE(model.index(model.rowCount() - 1).data().toString(), QStringLiteral("mine.py"));
    QVERIFY(!model.isBuiltIn(model.index(model.rowCount() - 1)));
  }

  void progressIsFoundAgain() {
    const QTemporaryDir folder;
    {
      ui::ProgressStore store(folder.path());
      store.raise(QStringLiteral("10.md"), ui::ProgressStore::Mark::done);
      store.setDraft(QStringLiteral("20.md"), QStringLiteral("changed"));
      store.setLayout(QStringLiteral("window"), QByteArray("\0\1\2", 3));
      store.setPlace({.lesson = QStringLiteral("30.md"),
                      .builtIn = true,
                      .scenarios = {QStringLiteral("a")},
                      .time = 1'500'000'000'001,
                      .ordinal = 7,
                      .granularity = 2});
      QCOMPARE(store.save(), QString());
    }
    const ui::ProgressStore store(folder.path());
    QCOMPARE(store.mark(QStringLiteral("10.md")), ui::ProgressStore::Mark::done);
    QCOMPARE(store.draft(QStringLiteral("20.md")), QStringLiteral("changed"));
    QCOMPARE(store.layout(QStringLiteral("window")), QByteArray("\0\1\2", 3));
    QVERIFY(store.place().has_value());
    QCOMPARE(store.place()->time, std::int64_t{1'500'000'000'001});
    QCOMPARE(store.place()->ordinal, 7U);
  }

  void aDamagedProgressFileIsPutAside() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("progress.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ not json");
    file.close();
    ui::ProgressStore store(folder.path());
    QVERIFY(!store.place().has_value());
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("progress.json.damaged"))));
    store.raise(QStringLiteral("10.md"), ui::ProgressStore::Mark::begun);
    QCOMPARE(store.save(), QString());
  }
};

QTEST_MAIN(TestStateModels)
#include "test_state_models.moc"
