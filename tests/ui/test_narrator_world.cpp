// Sentences about what is not asyncio's: greenlets and their hub, requests, processes, mail, signals. Each is true and
// tells who or what set it off.
#include <QTest>

#include "lesson_runs.h"
#include "ui_model/narrator.h"

using namespace loopline;

namespace {

QStringList sentencesOf(const replay::Replay& replay) {
  QStringList all;
  for (replay::EventIndex event = 1; event <= replay.event_count(); ++event) {
    all << ui::narrate(replay, replay.after(event)).plain;
  }
  return all;
}

const char* const kGreenlets = R"(import time
import gevent

def polite(name):
    for number in range(2):
        print(name, number)
        gevent.sleep(1)

def rude():
    time.sleep(3)

gevent.joinall([gevent.spawn(polite, "left"), gevent.spawn(rude)])
)";

// Not a raw string: moc takes the two strokes in it for a comment.
const char* const kDownloads =
    "import asyncio\n"
    "import aiohttp\n"
    "\n"
    "async def fetch(session, page):\n"
    "    async with session.get(f\"http://books.example/{page}\") as response:\n"
    "        return response.status\n"
    "\n"
    "async def main():\n"
    "    async with aiohttp.ClientSession() as session:\n"
    "        print(await asyncio.gather(fetch(session, 1), fetch(session, 2)))\n"
    "\n"
    "asyncio.run(main())\n";

const char* const kProcesses = R"(import asyncio

async def main():
    first = await asyncio.create_subprocess_exec("sleep", "2")
    second = await asyncio.create_subprocess_exec("sleep", "9")
    print(await first.wait())
    second.terminate()
    print(await second.wait())

asyncio.run(main())
)";

const char* const kMail = R"(import smtplib
from email.message import EmailMessage

message = EmailMessage()
message["From"], message["To"], message["Subject"] = "shop@example.com", "ada@example.com", "Your order"
with smtplib.SMTP("mail.example") as server:
    server.send_message(message)
)";

const char* const kServer = R"(from flask import Flask

app = Flask(__name__)

@app.route("/hello")
def hello():
    return "hello"

app.run(port=5000)
)";

}  // namespace

class TestNarratorWorld : public QObject {
  Q_OBJECT

 private slots:
  void causes_are_named_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* source, const char* told) {
      QTest::newRow(told) << QString::fromLatin1(source) << QString::fromLatin1(told);
    };
    row(kGreenlets, "The main greenlet has to wait and switches to the hub, so that other greenlets can run.");
    row(kGreenlets, "The hub begins: it runs the loop and switches to whatever greenlet can go on.");
    row(kGreenlets, "The hub starts the greenlet Greenlet-0 (polite): it is its turn.");
    row(kGreenlets, "The greenlet Greenlet-0 (polite) begins.");
    row(kGreenlets,
        "The greenlet Greenlet-0 (polite) waits until 1.000 s and switches to the hub, so that other greenlets can "
        "run.");
    row(kGreenlets,
        "The greenlet Greenlet-1 (rude) calls time.sleep(3): the whole thread stands still until 3.000 s, the hub and "
        "all greenlets with it.");
    row(kGreenlets, "The hub switches to the greenlet Greenlet-0 (polite): the time that it waited for is over.");
    row(kGreenlets, "The greenlet Greenlet-0 (polite) has ended.");
    row(kGreenlets, "The greenlet Greenlet-0 (polite) is over: the hub goes on.");
    row(kDownloads, "Task-2 sends a request: GET http://books.example/1. The answer takes its time.");
    row(kProcesses, "Task-1 starts the process sleep 2, which runs beside the program.");
    row(kProcesses, "The process sleep 2 has ended with status 0, after 2 s. It was started by Task-1.");
    row(kProcesses, "Task-1 sends the signal SIGTERM to the process sleep 9.");
    row(kProcesses, "The process sleep 9 was ended by signal 15, after 2 s. It was started by Task-1.");
    row(kMail, "The program has handed a mail to the server: from shop@example.com to ada@example.com: Your order.");
    row(kServer,
        "A request comes in from outside: GET http://localhost:5000/hello. The program's server has to answer it.");
    row(kServer, "The signal SIGINT arrives, as if somebody pressed Ctrl-C: every request has been answered.");
  }
  void causes_are_named() {
    QFETCH(QString, source);
    QFETCH(QString, told);
    const ui::ComparedRun run = test::runOf("program", source.toStdString());
    const QStringList all = sentencesOf(*run.replay);
    QVERIFY2(all.contains(told), qPrintable(all.filter(told.section(u' ', 0, 2)).join(u'\n') +
                                            QStringLiteral("\n---\n") + all.join(u'\n').right(3000)));
  }

  void an_answer_tells_its_status_and_how_long_it_took() {
    const ui::ComparedRun run = test::runOf("downloads", kDownloads);
    const QStringList answers =
        sentencesOf(*run.replay).filter(QStringLiteral("The answer to GET http://books.example/1 has come"));
    QCOMPARE(answers.size(), 1);
    QVERIFY2(answers.front().contains(QStringLiteral("with status 200, after ")), qPrintable(answers.front()));
  }

  void a_request_that_fails_is_not_said_to_be_answered() {
    const ui::ComparedRun run = test::runOf("refused",
                                            "import urllib.request\ntry:\n    urllib.request.urlopen("
                                            "'http://localhost:9')\nexcept OSError as error:\n    print(error)\n");
    const QStringList all = sentencesOf(*run.replay);
    QVERIFY2(all.filter(QStringLiteral("The answer to")).isEmpty(), qPrintable(all.join(u'\n')));
    QCOMPARE(all.filter(QStringLiteral("The request GET http://localhost:9")).size(), 1);
    QVERIFY(all.filter(QStringLiteral("has failed")).front().contains(QStringLiteral("Connection refused")));
    QVERIFY(all.filter(QStringLiteral("comes in from outside")).isEmpty());
  }

  void no_greenlet_is_called_a_thread() {
    const ui::ComparedRun run = test::runOf("greenlets", kGreenlets);
    for (const QString& told : sentencesOf(*run.replay)) {
      QVERIFY2(!told.contains(QStringLiteral("thread Greenlet")) && !told.contains(QStringLiteral("thread Hub")) &&
                   !told.contains(QStringLiteral("thread MainThread")),
               qPrintable(told));
    }
  }
};

QTEST_MAIN(TestNarratorWorld)
#include "test_narrator_world.moc"
