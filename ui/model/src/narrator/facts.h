// What the sentences are made of: names, times and causes, asked from the replay and marked up for the narration.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

#include "replay/replay.h"

namespace loopline::ui {

QString fromView(std::string_view text);
QString seconds(std::int64_t time);
/// "0.5 s": without digits that say nothing.
QString duration(std::int64_t nanoseconds);
QString code(const QString& text);
QString code(std::string_view text);
QString strong(const QString& text);
/// "a", "a and b", "a, b and c", "a, b, c and 7 more".
QString enumeration(const QStringList& parts, int limit = 4);

class Facts {
  Q_DECLARE_TR_FUNCTIONS(loopline::ui::Facts)

 public:
  Facts(const replay::Replay& replay, replay::Moment moment);

  const replay::Replay& replay() const { return m_replay; }
  replay::Moment now() const { return m_now; }
  /// The moment just before this event.
  replay::Moment before() const;
  const trace::Event& event() const { return m_event; }
  std::string_view string(std::int64_t id) const;

  /// Its name in bold; "?" where the recording does not tell.
  QString task(replay::ObjectId id) const;
  /// Who acts at this event: a task, a callback, another thread, or "the program".
  QString actor() const { return actorAt(m_now.event); }
  QString actorAt(replay::EventIndex event) const;
  /// The same at the begin of a sentence.
  QString actorFirst() const;
  /// "say('world', 2)", as code; arguments that say nothing are left out; empty if unknown.
  QString call(replay::ObjectId task) const;
  /// Whether it is one of the tasks with which asyncio.run() cleans up.
  bool isOwnWork(replay::ObjectId task) const;
  /// The source of a line without its indentation and cue; empty if the recording has none.
  QString sourceLine(std::int64_t line) const;
  QString thread(replay::ThreadId id) const;
  /// "the thread X", "the greenlet X", "the hub", "the main greenlet".
  QString threadPhrase(replay::ThreadId id) const;
  /// Of a greenlet the thread that it is of; 0: it is a thread.
  replay::ThreadId threadOfGreenlet(replay::ThreadId id) const;
  /// The greenlet that runs a thread's loop and switches to the others; it is called so in the recording.
  bool isHub(replay::ThreadId id) const;
  bool hasGreenlets(replay::ThreadId id) const;
  replay::ThreadId currentThread(replay::Moment moment) const;
  /// "the lock jobs", "the lock inside the condition ready", "a future": by the name that the program gave it.
  QString object(std::int64_t id) const;
  /// What an await is for, to stand after "waits for".
  QString wait(const trace::Awaited& awaited, replay::Moment since) const;
  /// What a timer or future is for: "the sleep(1) of Task-2"; empty if the recording does not tell.
  QString purpose(const replay::Timer& timer) const;
  /// The nearest change of an object in a few events around one; 0: none.
  replay::EventIndex changeNear(replay::EventIndex event, std::int64_t object, trace::ObjectChange change) const;
  /// The request that led to a cancellation which is delivered now; 0: none known.
  replay::EventIndex cancelRequestOf(replay::ObjectId task) const;
  /// The function of a frame's newest call or resume; empty if unknown.
  QString function(std::int64_t frame) const;

  /// Tasks that this event put into the ready queue, and behind what they stand there.
  QStringList queuedNow() const;
  /// " That puts Task-2 into the ready queue, behind Task-3."; empty if it put none there.
  QString putsIntoQueue() const;
  /// Whether the whole run has one loop: then "the loop" and its turns are unmistakable.
  bool hasOneLoop() const;
  /// What stands in a ready queue: a task, or a callback by its name.
  QString entry(const replay::ReadyEntry& entry) const;
  /// Names of what stands in the ready queue.
  QStringList ready() const;
  /// The newest turn's number at an event, of all loops together.
  std::uint64_t turnAt(replay::EventIndex event) const;

  /// What a task waited for before the step that begins now; none if it never waited.
  struct Waited {
    trace::Awaited awaited;
    bool yielded = false;  ///< it gave way instead
    replay::Moment since;
    std::optional<std::int64_t> lateSince;  ///< it could have gone on then, but its loop was held up
  };
  std::optional<Waited> waitedBefore(replay::ObjectId task) const;

 private:
  const replay::Replay& m_replay;
  replay::Moment m_now;
  trace::Event m_event;
};

}  // namespace loopline::ui
