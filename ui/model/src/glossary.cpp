#include "ui_model/glossary.h"

#include <QCoreApplication>
#include <algorithm>

namespace loopline::ui {

namespace {
struct Words {
  Q_DECLARE_TR_FUNCTIONS(Glossary)
};
}  // namespace

std::vector<Term> glossary() {
  std::vector<Term> terms{
      {Words::tr("await"), Words::tr("The place where a coroutine lets others run until what it waits for is there. "
                                     "Awaiting a coroutine runs it in the same task; only waiting for a future "
                                     "gives the loop back.")},
      {Words::tr("blocking the loop"),
       Words::tr("A call such as time.sleep keeps the thread: the loop cannot take a turn, and everybody else waits.")},
      {Words::tr("callback"), Words::tr("A plain function that the loop calls in one of its turns.")},
      {Words::tr("cancellation"), Words::tr("A request that a task should stop: CancelledError is raised where it "
                                            "waits. It may clean up first, or refuse.")},
      {Words::tr("console"), Words::tr("What the program has printed so far, with the time of each line.")},
      {Words::tr("coroutine"), Words::tr("A function that can be suspended. Calling it runs nothing; it runs when it "
                                         "is awaited or made a task.")},
      {Words::tr("cue"), Words::tr("A remark of the lesson that appears when its line runs for the first time.")},
      {Words::tr("deadlock"), Words::tr("Tasks wait for each other in a circle, and nothing else can happen.")},
      {Words::tr("elastic time"), Words::tr("An axis on which busy instants are stretched and idle time is compressed. "
                                            "Its ticks tell the true time.")},
      {Words::tr("event loop"), Words::tr("What runs tasks and callbacks, one at a time, turn after turn, and sleeps "
                                          "when nothing is ready.")},
      {Words::tr("future"), Words::tr("A result that is not there yet. Tasks are futures too.")},
      {Words::tr("greenlet"),
       Words::tr("A function of gevent that is suspended within a call, with its whole stack. It "
                 "gives way only where it calls something of gevent.")},
      {Words::tr("hub"), Words::tr("The greenlet of gevent that runs a loop and switches to whatever greenlet can go "
                                   "on.")},
      {Words::tr("warnings"), Words::tr("What is likely a mistake in the program, found while it ran.")},
      {Words::tr("late"), Words::tr("It could go on, but its loop is held up elsewhere.")},
      {Words::tr("line"), Words::tr("Stepping by line stops at each line of the program that runs.")},
      {Words::tr("locks, queues and others"),
       Words::tr("What tasks share: who holds it, who waits for it, what is in it.")},
      {Words::tr("print"), Words::tr("Stepping by print stops at each line of output.")},
      {Words::tr("ready"), Words::tr("It can go on and stands in the ready queue until the loop comes to it.")},
      {Words::tr("ready queue"),
       Words::tr("Steps of tasks and callbacks that the loop will run next, first come, first "
                 "served.")},
      {Words::tr("running"), Words::tr("Its code runs now. In a thread only one task does at any time.")},
      {Words::tr("select"), Words::tr("Where the loop sleeps until the next timer is due or the outside world "
                                      "answers.")},
      {Words::tr("switch"), Words::tr("The moment at which one task stops and another goes on: only at an await, or "
                                      "when a task ends. Greenlets switch where they call gevent.")},
      {Words::tr("task"), Words::tr("A coroutine that the loop runs on its own, beside others. Made by create_task, "
                                    "gather, TaskGroup or asyncio.run.")},
      {Words::tr("threads and loops"), Words::tr("Each thread may run a loop of its own; they take turns at the one "
                                                 "interpreter.")},
      {Words::tr("timers"), Words::tr("Sleeps, timeouts and call_later: what the loop will wake, and when it is due.")},
      {Words::tr("turn"), Words::tr("One round of the loop: it runs what was ready when the round began, then looks at "
                                    "timers and the outside world.")},
      {Words::tr("stack and variables"),
       Words::tr("The calls of the selected task, and what the names of each stand for, as of the playhead.")},
      {Words::tr("virtual time"), Words::tr("The clock of the program. It moves only while everybody sleeps, so ten "
                                            "seconds pass at once and each run is the same.")},
      {Words::tr("waiting"), Words::tr("It has given the loop back and goes on when what it awaits is done.")},
      {Words::tr("who waits for whom"), Words::tr("Each task, and below it what it waits for. A circle is a "
                                                  "deadlock.")},
  };
  std::ranges::sort(terms, [](const Term& a, const Term& b) { return a.word.localeAwareCompare(b.word) < 0; });
  return terms;
}

QString meaningOf(const QString& word) {
  const QString wanted = word.section(QStringLiteral(" · "), 0, 0).trimmed();
  for (const Term& term : glossary()) {
    if (term.word.compare(wanted, Qt::CaseInsensitive) == 0) return term.meaning;
  }
  return {};
}

}  // namespace loopline::ui
