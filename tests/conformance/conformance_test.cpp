// Runs every case through the engine and holds its log against CPython's. `locked.txt` has the exactness that each case
// has reached: below it the test fails. What got better is named at the end; `conformance_test --lock` writes it down.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <chrono>
#include <future>
#include <map>
#include <sstream>

#include "comparer.h"
#include "run/run.h"
#include "trace/export.h"

using namespace loopline;
using namespace loopline::conformance;

namespace {

constexpr auto kWallLimit = std::chrono::seconds(20);
constexpr auto kPatience = std::chrono::seconds(20);

QByteArray contents_of(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  return file.readAll();
}

QString in_folder(const QString& name) { return QStringLiteral(CONFORMANCE_DIR "/") + name; }

/// "topic/name" of every case, in alphabetical order.
QStringList all_cases() {
  QStringList cases;
  const QDir folder(in_folder("cases"));
  QDirIterator files(folder.path(), {"*.py"}, QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) cases.append(folder.relativeFilePath(files.next()).chopped(3));
  cases.sort();
  return cases;
}

std::map<QString, Exactness> read_locked() {
  std::map<QString, Exactness> locked;
  for (const QByteArray& line : contents_of(in_folder("locked.txt")).split('\n')) {
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() != 2) continue;
    const std::optional<Exactness> exactness = exactness_of(words[1]);
    if (!exactness) qFatal("locked.txt: %s", line.constData());
    locked[words[0]] = *exactness;
  }
  return locked;
}

struct Logs {
  QByteArray full;
  QByteArray printed;
  bool in_time = true;
};

QByteArray exported(const trace::RunData& data, trace::LogMode mode) {
  std::ostringstream out;
  trace::export_log(data, mode, out);
  return QByteArray::fromStdString(out.str());
}

/// Runs a program; one that takes too long is stopped.
Logs run_program(const QByteArray& source, const QString& name, run::Detail detail) {
  run::Settings settings;
  settings.program.source = source.toStdString();
  settings.program.file_name = (name.section('/', -1) + ".py").toStdString();
  settings.detail = detail;
  run::Control control;
  std::future<run::Recorded> running =
      std::async(std::launch::async, [&] { return run::record(settings, nullptr, &control); });
  Logs logs;
  if (running.wait_for(kWallLimit) == std::future_status::timeout) {
    logs.in_time = false;
    control.cancel = true;
    if (running.wait_for(kPatience) == std::future_status::timeout) qFatal("%s cannot be stopped", qPrintable(name));
  }
  const run::Recorded recorded = running.get();
  logs.full = exported(recorded.data, trace::LogMode::full);
  logs.printed = exported(recorded.data, trace::LogMode::printed);
  return logs;
}

Verdict verdict_on(const QString& name) {
  const QByteArray source = contents_of(in_folder("cases/" + name + ".py"));
  const Logs logs = run_program(source, name, run::Detail::tasks);
  const std::optional<Log> wanted = read_log(contents_of(in_folder("goldens/" + name + ".jsonl")));
  const std::optional<Log> full = read_log(logs.full);
  const std::optional<Log> printed = read_log(logs.printed);
  Verdict verdict;
  if (!wanted || !full || !printed || !logs.in_time) {
    verdict.difference = logs.in_time ? "a line is no event" : "it takes too long";
    return verdict;
  }
  return judge(*wanted, *full, *printed, marks_of(source));
}

struct Counts {
  int cases = 0, text = 0, printed = 0, iterations = 0, counted = 0;
  void add(const Verdict& verdict) {
    ++cases;
    text += verdict.text;
    printed += verdict.printed;
    counted += verdict.iterations.has_value();
    iterations += verdict.iterations.value_or(false);
  }
  QString shown() const {
    return QString("%1/%2 text-exact, %3/%2 stdout-exact, %4/%5 iteration-exact")
        .arg(text)
        .arg(cases)
        .arg(printed)
        .arg(iterations)
        .arg(counted);
  }
};

int write_locked() {
  QFile file(in_folder("locked.txt"));
  if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(file.fileName()));
  Counts counts;
  for (const QString& name : all_cases()) {
    const Verdict verdict = verdict_on(name);
    counts.add(verdict);
    file.write((name + ' ' + name_of(verdict.exactness()) + '\n').toUtf8());
  }
  qInfo("%s", qPrintable(counts.shown()));
  return 0;
}

}  // namespace

class Conformance : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_locked = read_locked(); }

  void every_case_is_as_exact_as_it_was_data() { cases(); }
  void every_case_is_as_exact_as_it_was() {
    QFETCH(QString, name);
    const Verdict verdict = verdict_on(name);
    m_counts.add(verdict);
    const auto locked = m_locked.find(name);
    const Exactness wanted = locked == m_locked.end() ? Exactness::none : locked->second;
    if (verdict.exactness() > wanted) m_better.append(name + ": " + name_of(verdict.exactness()));
    QVERIFY2(verdict.exactness() >= wanted,
             qPrintable(QString("%1 instead of %2; the first difference is %3")
                            .arg(name_of(verdict.exactness()), name_of(wanted), verdict.difference)));
  }

  // Recording more must not change what happens.
  void the_log_does_not_depend_on_the_detail_data() { cases(); }
  void the_log_does_not_depend_on_the_detail() {
    QFETCH(QString, name);
    const QByteArray source = contents_of(in_folder("cases/" + name + ".py"));
    const Logs tasks = run_program(source, name, run::Detail::tasks);
    const Logs full = run_program(source, name, run::Detail::full);
    if (!tasks.in_time || !full.in_time) QSKIP("it takes too long");
    const QList<QByteArray> wanted = tasks.full.split('\n');
    const QList<QByteArray> got = full.full.split('\n');
    for (qsizetype i = 0; i < std::min(wanted.size(), got.size()); ++i) QCOMPARE(got[i], wanted[i]);
    QCOMPARE(got.size(), wanted.size());
  }

  void cleanupTestCase() {
    qInfo("%s", qPrintable(m_counts.shown()));
    for (const QString& better : m_better) qInfo("better than it was, lock it: %s", qPrintable(better));
  }

 private:
  static void cases() {
    QTest::addColumn<QString>("name");
    for (const QString& name : all_cases()) QTest::newRow(qPrintable(name)) << name;
  }

  std::map<QString, Exactness> m_locked;
  Counts m_counts;
  QStringList m_better;
};

int main(int argc, char** argv) {
  if (argc == 2 && QByteArray(argv[1]) == "--lock") return write_locked();
  Conformance test;
  return QTest::qExec(&test, argc, argv);
}

#include "conformance_test.moc"
