// Programs that would never end, or take everything: each ends with the limit that its heading names, and what it had
// recorded is kept. The limits are small here, so that it takes moments; tests/bench/runaways.py measures the defaults.
#include <QDir>
#include <QFile>
#include <QTest>

#include "run_testing.h"
#include "trace/recorder.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;

namespace {

// A sanitizer makes everything ten times as slow, and threads of greenlets: a third of the programs will do.
#ifdef LOOPLINE_SANITIZED
constexpr std::uint64_t kInstructions = 1'000'000;
constexpr int kEvery = 3;
#else
constexpr std::uint64_t kInstructions = 4'000'000;
constexpr int kEvery = 1;
#endif

Settings small_settings(std::string_view source) {
  Settings settings = settings_for(source, Detail::tasks);
  settings.limits.instructions = kInstructions;
  settings.limits.memory_bytes = std::size_t{32} << 20U;
  settings.limits.output_bytes = std::size_t{1} << 18U;
  settings.limits.events = 400'000;
  settings.limits.regex_steps = 400'000;
  return settings;
}

/// What a person reads of how it ended: the limit's name and message, or the last line of the traceback.
QString end_of(const Outcome& outcome) {
  return QString::fromStdString(outcome.text + " | " + outcome.message.substr(0, 500));
}

bool names_one_of(const QString& end, const QStringList& expected) {
  return std::any_of(expected.begin(), expected.end(), [&](const QString& each) { return end.contains(each); });
}

/// Which of these a program meets first is a question of how large they are.
const QStringList kOfAmount{"instructions", "memory", "events", "output", "MemoryError"};

bool is_of_amount(const QString& name) { return kOfAmount.contains(name); }

}  // namespace

class RunawaysTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void each_ends_with_its_limit_data();
  void each_ends_with_its_limit();
};

void RunawaysTest::each_ends_with_its_limit_data() {
  QTest::addColumn<QString>("source");
  QTest::addColumn<QStringList>("expected");
  const QDir folder(RUNAWAYS);
  int count = 0;
  for (const QString& name : folder.entryList({"*.txt"}, QDir::Files, QDir::Name)) {
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString topic = name.chopped(4);
    for (const QString& part : QString::fromUtf8(file.readAll()).split("#% ", Qt::SkipEmptyParts)) {
      const auto line_end = part.indexOf('\n');
      const QStringList heading = part.left(line_end).split(" => ");
      QCOMPARE(heading.size(), 2);
      if (count++ % kEvery != 0) continue;
      QTest::newRow(qPrintable(topic + ": " + heading[0])) << part.mid(line_end + 1) << heading[1].split('|');
    }
  }
}

void RunawaysTest::each_ends_with_its_limit() {
  QFETCH(QString, source);
  QFETCH(QStringList, expected);
  const auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::nothing);
  Kept output;
  const Outcome outcome = run::run(small_settings(source.toStdString()), recorder.get(), &output);
  if (std::any_of(expected.begin(), expected.end(), is_of_amount)) expected += kOfAmount;
  QVERIFY2(names_one_of(end_of(outcome), expected), qPrintable(end_of(outcome)));
  QVERIFY(!outcome.message.empty());
}

QTEST_APPLESS_MAIN(RunawaysTest)
#include "runaways_test.moc"
