// What a program calls its locks, queues and futures: read off the line on which they were made.
#pragma once

#include <QString>

#include "replay/moment.h"
#include "trace/event.h"

namespace loopline::replay {
class Replay;
}

namespace loopline::ui {

struct ObjectName {
  /// As the program assigned it: "lock", "self.jobs"; empty where the line does not tell.
  QString name = {};
  /// It was made by another object, for its own use: that one. The lock of a condition, the event of a queue.
  replay::ObjectId inside = 0;
  int line = 0;  ///< on which it was made; 0: unknown
};

ObjectName objectName(const replay::Replay& replay, replay::ObjectId object);

/// "lock", "queue", "task group" …
QString objectTypeName(const replay::Replay& replay, replay::ObjectId object);

/// Whether a wait is for this object: for itself, for a future of its, or for what it made for its own use.
bool waitsFor(const replay::Replay& replay, const trace::Awaited& awaited, replay::ObjectId object);

/// For lists: "lock jobs_lock", "lock inside condition ready", "queue (line 8)", "queue".
QString objectTitle(const replay::Replay& replay, replay::ObjectId object);

}  // namespace loopline::ui
