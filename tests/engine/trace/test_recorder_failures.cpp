// What a recording is worth when the program is killed or the disk does not take it.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <fstream>

#include "recording.h"
#include "trace/reader.h"

using namespace loopline::trace;
using loopline::test::Recording;

class TestRecorderFailures : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  std::filesystem::path file(const char* name) { return m_folder.filePath(name).toStdString(); }

 private slots:
  void a_killed_run_opens_and_says_that_it_is_unfinished() {
    const auto path = file("killed.loopline");
    int ready[2];
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
      auto recorder = Recorder::create(path);
      if (!recorder) _exit(1);
      Recording run(*recorder.value(), {.title = "killed"});
      run.loop(1);
      for (int i = 0;; ++i) {
        run.add(Kind::line, 0, i);
        if (i == 300'000) {
          if (!recorder.value()->flush() || write(ready[1], "x", 1) != 1) _exit(1);
        }
      }
    }
    char byte = 0;
    QCOMPARE(read(ready[0], &byte, 1), ssize_t{1});
    QTest::qSleep(30);  // in the middle of whatever it does
    QCOMPARE(kill(child, SIGKILL), 0);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));

    auto reader = TraceReader::open(path);
    QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message.c_str());
    QVERIFY(reader.value().unfinished());
    QCOMPARE(reader.value().runs().size(), std::size_t{1});
    QCOMPARE(reader.value().runs()[0].info.title, std::string("killed"));
    const auto data = reader.value().load(1);
    QVERIFY2(data.ok(), data.ok() ? "" : data.error().message.c_str());
    QVERIFY(data.value().events.size() > 300'000);
    QCOMPARE(data.value().loops.size(), std::size_t{1});
    for (EventNumber i = 2; i <= data.value().events.size(); i += 1'001) {
      QCOMPARE(data.value().events.value(EventColumns::kA, i), std::int64_t(i) - 2);
    }
  }

  void a_full_disk_is_told_and_what_was_written_stays() {
    const auto path = file("full.loopline");
    const pid_t child = fork();
    if (child == 0) {  // the limit is the process's: not ours
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{3'000'000, 3'000'000};
      setrlimit(RLIMIT_FSIZE, &limit);
      auto recorder = Recorder::create(path);
      if (!recorder) _exit(1);
      Recording run(*recorder.value());
      for (int i = 0; i < 1'000'000; ++i) run.add(Kind::line, 0, i);
      recorder.value()->end_run(RunState::finished);
      const Status closed = recorder.value()->close();
      if (closed.ok() || recorder.value()->ok() || !recorder.value()->error()) _exit(2);
      _exit(closed.error().code == ErrorCode::cannot_write ? 0 : 3);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);

    auto reader = TraceReader::open(path);
    QVERIFY2(reader.ok(), reader.ok() ? "" : reader.error().message.c_str());
    QVERIFY(reader.value().unfinished());
    const auto data = reader.value().load(1);
    QVERIFY(data.ok());
    QVERIFY(data.value().events.size() > 0 && data.value().events.size() < 1'000'000);
  }

  void an_existing_file_is_replaced_only_when_asked() {
    const auto path = file("there.loopline");
    std::ofstream(path) << "something of somebody's";
    const auto refused = Recorder::create(path);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().code == ErrorCode::already_exists);
    QCOMPARE(std::filesystem::file_size(path), std::uintmax_t{23});
    auto replaced = Recorder::create(path, {.overwrite = true});
    QVERIFY(replaced.ok());
    QVERIFY(replaced.value()->close().ok());
    QVERIFY(TraceReader::open(path).ok());
  }

  void a_folder_or_an_unreachable_place_is_an_error() {
    QVERIFY(Recorder::create(m_folder.path().toStdString()).error().code == ErrorCode::cannot_open);
    QVERIFY(Recorder::create(file("no/such/folder.loopline")).error().code == ErrorCode::cannot_open);
    const auto device = Recorder::create("/dev/full", {.overwrite = true});
    QVERIFY(!device.ok());
  }

  void appending_after_a_failure_is_harmless() {
    const auto path = file("gone.loopline");
    const pid_t child = fork();
    if (child == 0) {
      std::signal(SIGXFSZ, SIG_IGN);
      auto recorder = Recorder::create(path, {.chunks = 2});
      if (!recorder) _exit(1);
      Recording run(*recorder.value());
      run.add(Kind::line);
      if (!recorder.value()->flush()) _exit(1);
      const rlimit limit{1, 1};
      setrlimit(RLIMIT_FSIZE, &limit);
      for (int i = 0; i < 100'000; ++i) run.add(Kind::line, 0, i, run.text(std::to_string(i)));
      if (recorder.value()->flush().ok()) _exit(2);
      for (int i = 0; i < 100'000; ++i) run.add(Kind::line, 0, i);
      Recording again(*recorder.value());
      again.add(Kind::line);
      _exit(recorder.value()->close().ok() ? 3 : 0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
  }
};

QTEST_APPLESS_MAIN(TestRecorderFailures)
#include "test_recorder_failures.moc"
