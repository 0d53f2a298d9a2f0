// A run is a pure function of its settings: recorded again, it leaves the same tables; recorded at another detail, the
// same as far as both record it. On the conformance suite's programs, which use all of the loop.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "run_testing.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;
using trace::Kind;

namespace {

/// Recorded by detail `full` only. A part of a line is told when something happens before the line is complete: a call,
/// for instance, so it belongs to the detail.
bool is_of_full_detail(Kind kind) {
  return (kind >= Kind::call && kind <= Kind::caught) || kind == Kind::out_part || kind == Kind::err_part;
}

/// What every detail records: when, what, of whom; events that name events or texts by number are compared through the
/// log, which resolves them.
std::string common_events(const trace::RunData& data) {
  std::string all;
  for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
    const trace::Event event = data.events[number];
    if (is_of_full_detail(event.kind)) continue;
    all += std::to_string(event.time) + " " + std::string(trace::name_of(event.kind)) + " " +
           std::to_string(event.task) + "\n";
  }
  return all;
}

/// The rows of what took part, with their texts.
std::string common_rows(const trace::RunData& data) {
  std::string all;
  const auto add = [&all](auto... numbers) { ((all += std::to_string(numbers) + " "), ...); };
  const auto add_text = [&](trace::StringId id) { all += "'" + std::string(data.strings[id]) + "'\n"; };
  for (const trace::TaskRow& row : data.tasks) {
    add(row.id, row.number, row.parent, row.loop);
    add_text(row.name);
    add_text(row.coroutine);
    add_text(row.label);
  }
  for (const trace::ObjectRow& row : data.objects) {
    add(row.id, static_cast<int>(row.type));
    add_text(row.label);
  }
  for (const trace::LoopRow& row : data.loops) {
    add(row.id);
    add_text(row.label);
  }
  for (const trace::ThreadRow& row : data.threads) {
    add(row.id);
    add_text(row.name);
  }
  return all;
}

void add_cases() {
  QTest::addColumn<QString>("path");
  const QDir cases(QStringLiteral(CASES));
  QStringList paths;
  for (QDirIterator files(cases.path(), {"*.py"}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
    paths.append(files.next());
  }
  paths.sort();
  for (const QString& path : paths) QTest::newRow(qPrintable(cases.relativeFilePath(path))) << path;
}

Settings settings_of_case(Detail detail) {
  QFETCH(QString, path);
  QFile file(path);
  return settings_for(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string(), detail);
}

}  // namespace

class DeterminismTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void two_runs_leave_the_same_tables_data() { add_cases(); }
  void two_runs_leave_the_same_tables() {
    const Settings settings = settings_of_case(Detail::full);
    const trace::RunData first = record(settings).data;
    QVERIFY(!first.events.empty());
    QVERIFY(all_of(first) == all_of(record(settings).data));
  }

  void details_agree_on_what_they_record_data() { add_cases(); }
  void details_agree_on_what_they_record() {
    const trace::RunData full = record(settings_of_case(Detail::full)).data;
    const trace::RunData tasks = record(settings_of_case(Detail::tasks)).data;
    QCOMPARE(log_of(tasks), log_of(full));
    QCOMPARE(common_events(tasks), common_events(full));
    QCOMPARE(common_rows(tasks), common_rows(full));
  }
};

QTEST_APPLESS_MAIN(DeterminismTest)
#include "determinism_test.moc"
