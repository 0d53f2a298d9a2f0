// `loopline replay`: the state after an event, as text and JSON; recordings that are damaged.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class ReplayTest : public QObject {
  Q_OBJECT

 private slots:
  void the_state_follows_the_event();
  void the_last_run_is_shown_if_none_is_named();
  void an_event_that_is_not_there_is_told();
  void a_damaged_recording_is_told_data();
  void a_damaged_recording_is_told();
  void a_replay_changes_nothing();
};

namespace {

const char kScript[] =
    "import asyncio\nasync def main():\n    print('a')\n    await asyncio.sleep(1)\n    print('b')\n"
    "asyncio.run(main())\n";

void record(const Desk& desk) {
  desk.write("a.py", kScript);
  QCOMPARE(desk.run({"run", "a.py", "--record", "a.loopline"}).status, 0);
}

int last_event(const Desk& desk) {
  const QByteArray told = desk.run({"replay", "a.loopline", "--at", "4000000000"}).err;
  return told.mid(told.indexOf("1 to ") + 5).split(',').value(0).toInt();
}

QJsonObject state_at(const Desk& desk, int event) {
  const Ran ran = desk.run({"replay", "a.loopline", "--at", QString::number(event), "--json"});
  return QJsonDocument::fromJson(ran.out).object();
}

}  // namespace

void ReplayTest::the_state_follows_the_event() {
  const Desk desk;
  record(desk);
  QCOMPARE(state_at(desk, 0)["console"].toArray().size(), 0);
  const int last = last_event(desk);
  QVERIFY(last > 10);
  const QJsonObject end = state_at(desk, last);
  QCOMPARE(end["console"].toArray().size(), 2);
  QCOMPARE(end["console"].toArray().at(1).toObject()["text"].toString(), QString("b"));
  const Ran text = desk.run({"replay", "a.loopline", "--at", QString::number(last)});
  QCOMPARE(text.status, 0);
  QVERIFY2(text.out.contains("Task-1"), text.out);
}

void ReplayTest::the_last_run_is_shown_if_none_is_named() {
  const Desk desk;
  desk.write("a.md", small_lesson());
  desk.run({"run", "a.md", "--record", "a.loopline"});
  const auto shown = [&desk](const QStringList& run) {
    return desk.run(QStringList{"replay", "a.loopline", "--at", "3", "--json"} + run).out;
  };
  QCOMPARE(shown({}), shown({"--run", "3"}));
  QVERIFY(shown({}) != shown({"--run", "1"}));
}

void ReplayTest::an_event_that_is_not_there_is_told() {
  const Desk desk;
  record(desk);
  const int last = last_event(desk);
  QCOMPARE(desk.run({"replay", "a.loopline", "--at", QString::number(last)}).status, 0);
  const Ran ran = desk.run({"replay", "a.loopline", "--at", QString::number(last + 1)});
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.err.contains("the run has events 1 to " + QByteArray::number(last)), ran.err);
}

void ReplayTest::a_damaged_recording_is_told_data() {
  QTest::addColumn<int>("kept");     // bytes of the file that stay
  QTest::addColumn<int>("garbled");  // from here on
  QTest::newRow("cut in the header") << 50 << -1;
  QTest::newRow("cut in the first page") << 2000 << -1;
  QTest::newRow("cut later") << 9000 << -1;
  QTest::newRow("garbled pages") << -1 << 4096;
}

void ReplayTest::a_damaged_recording_is_told() {
  QFETCH(int, kept);
  QFETCH(int, garbled);
  const Desk desk;
  record(desk);
  QByteArray bytes = desk.read("a.loopline");
  if (kept >= 0) bytes.truncate(kept);
  for (qsizetype i = garbled; garbled >= 0 && i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  desk.write("a.loopline", bytes);
  const Ran ran = desk.run({"replay", "a.loopline", "--at", "3"});
  QByteArray why;
  QVERIFY2(ended(ran, 2, "loopline: ", why), why);
  QVERIFY2(ran.err.contains("a.loopline"), ran.err);
  QCOMPARE(ran.out, QByteArray());
}

void ReplayTest::a_replay_changes_nothing() {
  const Desk desk;
  record(desk);
  const QByteArray before = desk.read("a.loopline");
  state_at(desk, 3);
  QCOMPARE(desk.read("a.loopline"), before);
  QCOMPARE(desk.files(), (QStringList{"a.loopline", "a.py"}));
}

QTEST_APPLESS_MAIN(ReplayTest)
#include "replay_test.moc"
