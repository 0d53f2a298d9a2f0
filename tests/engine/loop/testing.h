// What the tests of the loop share: a run with a host that keeps what it is told, and a log of words.
#pragma once

#include <string>
#include <vector>

#include "loop/event_loop.h"
#include "loop/host.h"
#include "loop/runtime.h"

namespace loopline::loop::test {

/// Keeps reports instead of printing them.
class KeepingHost : public Host {
 public:
  Ref<Exception> report(EventLoop& loop, const ErrorContext& context) override;
  void never_awaited(const CoroutineObject& coroutine) override;
  void slow_callback(EventLoop& loop, const Value& handle, Duration duration) override;

  /// "message | exception" for reports, "never awaited: name", "slow: 150 ms".
  std::vector<std::string> reports;
  /// Returned by the next report, then null again: a default handler that is interrupted.
  Ref<Exception> raise_next;
};

/// A run of a native program.
struct Run {
  explicit Run(Instrument* instrument = nullptr) : runtime(&host, instrument) {}
  KeepingHost host;
  Runtime runtime;
};

/// Words in the order in which they were said.
class Log {
 public:
  void operator()(std::string word) { m_words.push_back(std::move(word)); }
  std::string text() const;
  void clear() { m_words.clear(); }

 private:
  std::vector<std::string> m_words;
};

std::string join(const std::vector<std::string>& words, const char* between = " ");

/// "RuntimeError: text", or "" for null.
std::string summary_of(const Ref<Exception>& exception);
/// The repr of a value, or the summary of what was raised.
std::string text_of(const Outcome& outcome);

/// An object that says when it dies.
class Mortal final : public Object {
 public:
  Mortal(Log& log, std::string name) : Object(ObjectKind::other), m_log(log), m_name(std::move(name)) {}
  ~Mortal() override { m_log(m_name); }

 private:
  Log& m_log;
  std::string m_name;
};

inline Ref<Exception> native_error(ExceptionKind kind, std::string message = {}) {
  return make<NativeException>(kind, std::move(message));
}

}  // namespace loopline::loop::test
