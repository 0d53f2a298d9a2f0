// What an observer of a script is told besides what the loop tells its Instrument (loop/instrument.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "loop/instrument.h"
#include "script/value.h"

namespace loopline::script {

class Frame;

enum class Stream : std::uint8_t { output, error };

/// Events of the script, in the order they happen, between those of the loop. Lines, calls and variables are told only
/// when wants_lines() was true when the script was compiled. Must not throw nor call back into the machine, except for
/// repr of values through the Vm it was made for.
class Observer {
 public:
  virtual ~Observer() = default;

  /// Text written to a stream, as it is written; lines may come in pieces.
  virtual void wrote(Stream stream, std::string_view text) = 0;

  /// A report of the interpreter's own for stderr, whole lines: an uncaught exception, a warning.
  virtual void reported(std::string_view text) = 0;

  virtual bool wants_lines() const = 0;
  /// A frame begins (or goes on after a suspension: `resumed`). `frame.trace_number` is the observer's to set.
  virtual void entered(Frame& frame, bool resumed) = 0;
  virtual void line(Frame& frame, int line) = 0;
  /// A frame ends: `value` is unset if it ends by an exception.
  virtual void left(Frame& frame, const Value& value) = 0;
  virtual void suspended(Frame& frame) = 0;
  virtual void raised(Frame& frame, const Value& exception) = 0;
  virtual void caught(Frame& frame, const Value& exception) = 0;
};

}  // namespace loopline::script
