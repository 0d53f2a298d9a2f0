// A coroutine as the loop drives it, whoever wrote it: a native C++20 coroutine (coroutine.h) or a frame of a script.
#pragma once

#include <string>
#include <string_view>

#include "loop/exception.h"
#include "loop/object.h"
#include "loop/value.h"

namespace loopline::loop {

/// How a step ended; what belongs to it is in the `out` argument of the step.
enum class StepKind : std::uint8_t {
  paused,    ///< suspended by a bare yield, to go on in the next turn; out is untouched
  yielded,   ///< suspended; out: the Future awaited (anything else is the script's mistake)
  returned,  ///< out: the result
  raised,    ///< out: the Exception
};

class FrameBase;

class CoroutineObject : public Container {
 public:
  explicit CoroutineObject(ObjectKind kind = ObjectKind::coroutine) noexcept : Container(kind) {}
  CoroutineObject(ObjectKind kind, Unlinked later) noexcept : Container(kind, later) {}

  /// Runs until the next suspension or the end, with None for the value of the await or yield it is suspended at. `out`
  /// must be unset.
  virtual StepKind step(Value& out) = 0;
  /// The same with another value; it is a TypeError if the coroutine has not begun.
  virtual StepKind send(Value sent, Value& out) = 0;
  /// The same, raising `exception` where it is suspended. A coroutine that has not begun ends without entering its
  /// body.
  virtual StepKind raise(Ref<Exception> exception, Value& out) = 0;
  /// Ends it by raising GeneratorExit. Returns what it raised instead of ending, or null.
  virtual Ref<Exception> close() = 0;

  /// "main", "Worker.run", "main.<locals>.inner"; the library's own as in FORMAT.md.
  virtual std::string name() const = 0;
  /// The call that made it, for people: "say('world', 2)". Empty if not known.
  virtual std::string label() const { return {}; }
  /// This, if it is a native frame.
  virtual FrameBase* native_frame() noexcept { return nullptr; }
  /// Whether it is one, without a virtual call.
  bool is_native_frame() const noexcept { return (m_flags & kNativeFrame) != 0; }

 protected:
  static constexpr std::uint16_t kNativeFrame = kFirstOwnFlag;
  static constexpr std::uint16_t kFirstFlagOfCoroutines = kFirstOwnFlag * 2;
};

}  // namespace loopline::loop
