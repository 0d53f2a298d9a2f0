// Runs every script of cases/ in the world that its "#%" lines describe: what it prints must be what its "#=> …"
// comments say, in order. Unless a case says otherwise ("#ends: …"), it must end well.
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "run/run.h"
#include "world_directives.h"

using namespace loopline;

namespace {

struct Texts final : run::Output {
  std::string out;
  std::string err;
  void write_out(std::string_view text) override { out += text; }
  void write_err(std::string_view text) override { err += text; }
};

QString name_of(const run::Outcome& outcome) {
  switch (outcome.kind) {
    case run::Outcome::Kind::ended: return QStringLiteral("ok");
    case run::Outcome::Kind::raised: return QString::fromStdString(outcome.exception);
    case run::Outcome::Kind::exited: return QStringLiteral("exit");
    case run::Outcome::Kind::deadlock: return QStringLiteral("deadlock");
    case run::Outcome::Kind::limit: return QStringLiteral("limit");
    case run::Outcome::Kind::cancelled: return QStringLiteral("cancelled");
    case run::Outcome::Kind::invalid: return QStringLiteral("invalid");
  }
  return {};
}

}  // namespace

class CasesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void prints_what_its_comments_say_data() {
    QTest::addColumn<QString>("path");
    QStringList paths;
    QDirIterator files(QStringLiteral(WORLD_CASES), {QStringLiteral("*.py")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) paths.append(files.next());
    paths.sort();
    const QDir root(QStringLiteral(WORLD_CASES));
    for (const QString& path : paths) QTest::newRow(qPrintable(root.relativeFilePath(path))) << path;
  }

  void prints_what_its_comments_say() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray source = file.readAll();
    run::Settings settings;
    settings.program.source = source.toStdString();
    settings.program.file_name = QFileInfo(path).fileName().toStdString();
    settings.detail = run::Detail::tasks;
    std::string error;
    settings.world = world::testing::parse_directives(settings.program.source, error);
    QVERIFY2(error.empty(), error.c_str());
    Texts texts;
    const run::Recorded recorded = run::record(settings, &texts);
    QStringList expected;
    QString ends = QStringLiteral("ok");
    for (const QByteArray& line : source.split('\n')) {
      if (line.startsWith("#ends: ")) ends = QString::fromUtf8(line.mid(7));
      const qsizetype at = line.indexOf("#=>");
      if (at >= 0) expected.append(QString::fromUtf8(line.mid(line.mid(at).startsWith("#=> ") ? at + 4 : at + 3)));
    }
    QStringList actual = QString::fromStdString(texts.out).split(QLatin1Char('\n'));
    if (!actual.isEmpty() && actual.last().isEmpty()) actual.removeLast();
    for (qsizetype i = 0; i < std::min(expected.size(), actual.size()); ++i) {
      QVERIFY2(actual[i] == expected[i],
               qPrintable(QStringLiteral("line %1: printed %2\n   expected %3\n%4")
                              .arg(i + 1)
                              .arg(actual[i], expected[i], QString::fromStdString(texts.err))));
    }
    QVERIFY2(name_of(recorded.outcome) == ends,
             qPrintable(name_of(recorded.outcome) + u' ' + QString::fromStdString(texts.err)));
    QVERIFY2(actual.size() == expected.size(),
             qPrintable(QStringLiteral("printed %1 lines, expected %2: ").arg(actual.size()).arg(expected.size()) +
                        actual.join(u'|')));
  }
};

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
