// Where people say they want to go, and getting there.
#include <QSignalSpy>
#include <QTest>

#include "lesson_runs.h"
#include "ui_model/jump.h"
#include "ui_model/playhead.h"

using namespace loopline;
using ui::Jump;
using ui::PlaybackController;

class TestJump : public QObject {
  Q_OBJECT

 private slots:
  void whatIsTypedIsUnderstood_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("to");
    QTest::addColumn<qint64>("number");
    const auto row = [](const char* text, Jump::To to, qint64 number) {
      QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(to) << number;
    };
    row("1.5", Jump::To::time, 1'500'000'000);
    row("1,5 s", Jump::To::time, 1'500'000'000);
    row("2s", Jump::To::time, 2'000'000'000);
    row("t 2.", Jump::To::time, 2'000'000'000);
    row("250 ms", Jump::To::time, 250'000'000);
    row("21", Jump::To::step, 21);
    row(" Step 7 ", Jump::To::step, 7);
    row("#120", Jump::To::event, 120);
    row("event 3", Jump::To::event, 3);
    row("line 8", Jump::To::line, 8);
    row("L8", Jump::To::line, 8);
    row(":8", Jump::To::line, 8);
  }
  void whatIsTypedIsUnderstood() {
    QFETCH(QString, text);
    QFETCH(int, to);
    QFETCH(qint64, number);
    const std::optional<Jump> jump = ui::parseJump(text);
    QVERIFY(jump.has_value());
    QCOMPARE(static_cast<int>(jump->to), to);
    QCOMPARE(qint64{jump->number}, number);
  }

  void whatIsNoPlaceIsNotGuessedAt() {
    for (const char* text : {"", "abc", "-1", "1.2.3", "line", "line x", "99999999999 s", "1 h"}) {
      QVERIFY2(!ui::parseJump(QString::fromLatin1(text)), text);
    }
  }

  void aTimeIsAfterAllThatHappensThen() {
    PlaybackController playback;
    playback.setComparison(test::lessonRuns("201-"));
    playback.goToTime(1'500'000'000);
    QCOMPARE(playback.position(), (ui::Position{1'500'000'000, 0}));
    playback.goToTime(2'000'000'000);
    const ui::Position there = playback.position();
    playback.step(replay::Granularity::event, 1);
    QVERIFY(playback.position().time > there.time + 100'000'000);
    QVERIFY(ui::jumpTo(playback, {Jump::To::time, 99'000'000'000}).contains(QStringLiteral("3.000 s")));
    QVERIFY(playback.atEnd());
  }

  void runningToALineComesToItsNextRunAndBack() {
    const auto runs = test::lessonRuns("201-");
    const replay::Replay& replay = runs->replay(1);
    std::uint32_t line = 0;  // one that runs more than once
    for (std::uint32_t each = 1; each < 40 && line == 0; ++each) {
      if (replay.runs_of_line(each, replay.end()) > 1) line = each;
    }
    QVERIFY(line > 0);
    PlaybackController playback;
    playback.setComparison(runs);
    QSignalSpy notThere(&playback, &PlaybackController::notThere);
    QVERIFY(!playback.runToLine(1, line, -1));
    QCOMPARE(notThere.count(), 1);
    QVERIFY(playback.atStart());
    std::vector<ui::Position> met;
    while (playback.runToLine(1, line)) {
      met.push_back(playback.position());
      QCOMPARE(replay.line_at(playback.moment(1)), line);
    }
    QCOMPARE(met.size(), replay.runs_of_line(line, replay.end()));
    for (std::size_t i = met.size() - 1; i-- > 0;) {
      QVERIFY(playback.runToLine(1, line, -1));
      QCOMPARE(playback.position(), met[i]);
    }
    QVERIFY(!playback.runToLine(1, 4'000'000));
    QVERIFY(notThere.last().at(0).toString().contains(QStringLiteral("does not run")));
  }

  void aTasksNextRunIsFoundBothWays() {
    const auto runs = test::lessonRuns("201-");
    const replay::ObjectId second = runs->replay(1).data().tasks.at(1).id;
    PlaybackController playback;
    playback.setComparison(runs);
    QVERIFY(playback.runToStepOf(1, second));
    const ui::Position first = playback.position();
    QCOMPARE(runs->replay(1).running_at(playback.moment(1)), second);
    QVERIFY(playback.runToStepOf(1, second));
    QVERIFY(playback.position() > first);
    QVERIFY(playback.runToStepOf(1, second, -1));
    QCOMPARE(playback.position(), first);
  }

  void playingBySecondsGoesWithTheClockAndStopsAtTheEnd() {
    PlaybackController playback;
    playback.setComparison(test::lessonRuns("201-"));
    playback.setRate(10);
    QCOMPARE(playback.pace(), PlaybackController::Pace::seconds);
    QElapsedTimer clock;
    clock.start();
    playback.play();
    std::vector<ui::Position> seen;
    connect(&playback, &PlaybackController::positionChanged, &playback,
            [&](ui::Position position) { seen.push_back(position); });
    QTRY_VERIFY_WITH_TIMEOUT(!playback.isPlaying(), 10'000);
    QVERIFY(playback.atEnd());
    QVERIFY(std::ranges::is_sorted(seen));
    QVERIFY(clock.elapsed() >= 250);  // three seconds of the run, ten a second
    QVERIFY(std::ranges::any_of(seen, [](ui::Position at) { return at.time % 1'000'000'000 > 10'000'000; }));
    playback.setSpeed(1);
    QCOMPARE(playback.pace(), PlaybackController::Pace::steps);
  }
};

QTEST_MAIN(TestJump)
#include "test_jump.moc"
