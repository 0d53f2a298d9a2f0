// Gives a machine the modules of the world: everything a script can import besides what the language itself has.
#pragma once

#include <cstdint>
#include <string_view>

#include "world/settings.h"

namespace loopline::script {
class Vm;
}

namespace loopline::world {

/// What an observer of a run is told about the world, besides what the loop and the machine tell theirs. Must not
/// throw.
class Observer {
 public:
  virtual ~Observer() = default;
  /// `number` counts the requests of the run from 1; `text` is "GET http://host/path".
  virtual void request_sent(std::string_view text, std::int64_t number) = 0;
  /// `text` is the request's, or what became of it ("timeout", "Connection refused"); `status` is 0 then.
  virtual void request_answered(std::string_view text, std::int64_t number, int status) = 0;
  virtual void process_started(std::string_view command, std::int64_t process) = 0;
  /// `status` as subprocess has it: negative when a signal ended it.
  virtual void process_ended(std::string_view command, std::int64_t process, int status) = 0;
  virtual void mail_sent(std::string_view text) = 0;
  /// A call of the library (`what`: "urlopen()") holds its thread until `until`, and with it the thread's loop.
  virtual void thread_blocked(std::string_view what, Duration duration, Duration until, std::uint32_t task) = 0;
  virtual void thread_goes_on(std::string_view what, std::uint32_t task) = 0;
  /// A signal reached the program or one of its processes; `from_outside`: an interrupt of the settings.
  virtual void signal_delivered(std::string_view name, int number, bool from_outside) = 0;
};

/// Call once, before the program runs. Modules are made when they are first imported. Settings and observer are not
/// owned and outlive the machine; the observer may be null.
void install(script::Vm& vm, const Settings& settings, Observer* observer = nullptr);

/// Whether a program for which nothing will ever happen again is a server: it has a port open, and either waits in a
/// call that serves for ever or has no connection of its own to it. Runs no script code.
bool is_serving(script::Vm& vm);

}  // namespace loopline::world
