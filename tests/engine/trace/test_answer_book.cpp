// Predictions are kept: over a kill, beside a damaged file, by lesson.
#include <sys/wait.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <fstream>

#include "trace/answer_book.h"

using namespace loopline::trace;

class TestAnswerBook : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::filesystem::path file(const char* name) { return m_folder.filePath(name).toStdString(); }

  static Answer answer(const char* lesson, bool correct) {
    return {.when = 1'700'000'000,
            .lesson = lesson,
            .scenario = "a",
            .ask = "next-task",
            .question = "Who runs next?",
            .given = correct ? "Task-2" : "Task-3",
            .right = "Task-2",
            .correct = correct};
  }

 private slots:
  void what_is_added_is_found_again_by_lesson() {
    const auto path = file("one.sqlite");
    {
      AnswerBook book = std::move(AnswerBook::open(path)).value();
      QVERIFY(book.add(answer("x", true)).ok());
      QVERIFY(book.add(answer("x", false)).ok());
      QVERIFY(book.add(answer("y", true)).ok());
    }
    AnswerBook book = std::move(AnswerBook::open(path)).value();
    QCOMPARE(book.score("x").value(), (Score{2, 1}));
    QCOMPARE(book.score().value(), (Score{3, 2}));
    QCOMPARE(book.answers("y").value(), std::vector<Answer>{answer("y", true)});
    QVERIFY(book.reset("x").ok());
    QCOMPARE(book.score().value(), (Score{1, 1}));
    QVERIFY(book.reset().ok());
    QCOMPARE(book.score().value(), Score{});
  }

  void a_killed_program_has_lost_no_answer() {
    const auto path = file("killed.sqlite");
    int ready[2];
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      AnswerBook book = std::move(AnswerBook::open(path)).value();
      for (int i = 0; i < 5; ++i) static_cast<void>(book.add(answer("x", i % 2 == 0)).ok());
      const char done = 1;
      static_cast<void>(::write(ready[1], &done, 1));
      while (true) ::pause();
    }
    char done = 0;
    QCOMPARE(::read(ready[0], &done, 1), ssize_t{1});
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    AnswerBook book = std::move(AnswerBook::open(path)).value();
    QCOMPARE(book.score("x").value(), (Score{5, 3}));
    QVERIFY(book.add(answer("x", true)).ok());
  }

  void a_damaged_file_is_put_aside() {
    const auto path = file("damaged.sqlite");
    std::ofstream(path) << "this is no database, but it is long enough to be looked at as one, says the test";
    AnswerBook book = std::move(AnswerBook::open(path)).value();
    QVERIFY(book.add(answer("x", true)).ok());
    QVERIFY(std::filesystem::exists(file("damaged.sqlite.damaged")));
  }

  void a_folder_that_cannot_be_written_is_an_error() {
    const auto result = AnswerBook::open("/proc/no/such/answers.sqlite");
    QVERIFY(!result.ok());
    QVERIFY(result.error().message.find("answers.sqlite") != std::string::npos);
  }

  void the_export_is_read_by_spreadsheets() {
    AnswerBook book = std::move(AnswerBook::open(file("csv.sqlite"))).value();
    Answer odd = answer("x", true);
    odd.given = "=1+1, \"so\"";
    QVERIFY(book.add(odd).ok());
    const std::string csv = to_csv(book.answers().value());
    QVERIFY(csv.starts_with("seconds since 1970,lesson,"));
    QVERIFY(csv.find(",\"'=1+1, \"\"so\"\"\",\"Task-2\",1\r\n") != std::string::npos);
  }
};

QTEST_MAIN(TestAnswerBook)
#include "test_answer_book.moc"
