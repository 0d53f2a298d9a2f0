// Lists and trees of the inspector, the lesson list, and what is kept between two starts of the program.
#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
