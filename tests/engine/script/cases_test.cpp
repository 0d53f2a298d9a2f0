// Runs every script of cases/: what it prints must be what its "#=> …" comments say, in order.
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include "script_runner.h"

using namespace loopline::script::testing;

class CasesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void prints_what_its_comments_say_data() {
    QTest::addColumn<QString>("path");
    QStringList paths;
    QDirIterator files(QStringLiteral(SCRIPT_CASES), {QStringLiteral("*.py")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) paths.append(files.next());
    paths.sort();
    const QDir root(QStringLiteral(SCRIPT_CASES));
    for (const QString& path : paths) QTest::newRow(qPrintable(root.relativeFilePath(path))) << path;
  }

  void prints_what_its_comments_say() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray source = file.readAll();
    RunOptions options;
    options.file_name = QFileInfo(path).fileName().toStdString();
    const RunResult result =
        run_script(std::string_view(source.constData(), static_cast<std::size_t>(source.size())), options);
    QStringList expected;
    QList<int> lines;
    int number = 0;
    for (const QByteArray& line : source.split('\n')) {
      ++number;
      const qsizetype at = line.indexOf("#=>");
      if (at < 0) continue;
      expected.append(QString::fromUtf8(line.mid(line.mid(at).startsWith("#=> ") ? at + 4 : at + 3)));
      lines.append(number);
    }
    QStringList actual = QString::fromStdString(result.output).split(QLatin1Char('\n'));
    if (!actual.isEmpty() && actual.last().isEmpty()) actual.removeLast();
    const qsizetype count = std::min(expected.size(), actual.size());
    for (qsizetype i = 0; i < count; ++i) {
      QVERIFY2(actual[i] == expected[i],
               qPrintable(QStringLiteral("%1:%2: printed %3\n   expected %4\n%5")
                              .arg(path)
                              .arg(lines[i])
                              .arg(actual[i], expected[i], QString::fromStdString(result.uncaught))));
    }
    QVERIFY2(result.uncaught.empty(), result.uncaught.c_str());
    QCOMPARE(result.limit, std::string());
    QCOMPARE(actual.size(), expected.size());
  }
};

QTEST_GUILESS_MAIN(CasesTest)
#include "cases_test.moc"
