// The format header and its document must say the same.
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "trace/event.h"
#include "trace/tables.h"

using namespace loopline::trace;

class TestFormat : public QObject {
  Q_OBJECT

  QString m_document;

 private slots:
  void initTestCase() {
    QFile file(FORMAT_FILE);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_document = QString::fromUtf8(file.readAll());
  }

  void every_kind_is_documented_with_its_number() {
    int kinds = 0;
    for (int number = 1; number < 256; ++number) {
      const std::string_view name = name_of(static_cast<Kind>(number));
      if (name.empty()) continue;
      ++kinds;
      const QString row =
          QStringLiteral("| `%1` | %2 |").arg(QString::fromUtf8(name.data(), qsizetype(name.size()))).arg(number);
      QVERIFY2(m_document.contains(row), qPrintable("no row " + row));
    }
    QCOMPARE(kinds, 51);
  }

  void nothing_is_documented_that_does_not_exist() {
    static const QRegularExpression row(QStringLiteral(R"(\n\| `([a-z_]+)` \| (\d+) \|)"));
    int rows = 0;
    for (auto match = row.globalMatch(m_document); match.hasNext(); ++rows) {
      const auto found = match.next();
      const std::string_view name = name_of(static_cast<Kind>(found.captured(2).toInt()));
      QCOMPARE(QString::fromUtf8(name.data(), qsizetype(name.size())), found.captured(1));
    }
    QCOMPARE(rows, 51);
  }

  void every_state_of_a_run_is_documented() {
    for (int state = 0; state <= int(RunState::stopped); ++state) {
      const std::string_view name = name_of(static_cast<RunState>(state));
      QVERIFY(m_document.contains("`" + QString::fromUtf8(name.data(), qsizetype(name.size())) + "`"));
    }
  }

  void what_is_packed_comes_out_again() {
    const Awaited lock{AwaitKind::lock, 4'000'000'000u, 3'000'000'000u, 17};
    Event end{.b = lock.object, .c = lock.until};
    end.a = pack_end(StepEnd::awaits, lock.kind, lock.owner);
    QVERIFY(awaited_of(end) == lock);
    QVERIFY(step_end_of(end.a) == StepEnd::awaits);
    QCOMPARE(pack_end(StepEnd::yielded), std::int64_t{0});

    const Awaited wait{AwaitKind::wait_for, 4'000'000'001u, 9, 5'000};
    Event timer{.b = wait.until};
    timer.a = pack_timer(4'100'000'000u, wait.owner);
    timer.d = pack_release(wait.kind, wait.object);
    QVERIFY(release_of(timer) == wait);
    QCOMPARE(timer_of(timer), 4'100'000'000u);
  }
};

QTEST_APPLESS_MAIN(TestFormat)
#include "test_format.moc"
