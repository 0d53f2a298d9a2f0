// Running programs for commands: stoppable by Ctrl+C, printing as they go or not.
#pragma once

#include <ostream>

#include "console.h"
#include "document.h"
#include "interrupt.h"
#include "run/run.h"

namespace loopline::commands {

/// What a program prints, on the console.
class ConsoleOutput final : public run::Output {
 public:
  explicit ConsoleOutput(const Console& console) : m_console(console) {}
  void write_out(std::string_view text) override { m_console.out << text; }
  // In the order in which they were written, also where only one of the two is a terminal.
  void write_err(std::string_view text) override { m_console.out.flush(), m_console.err << text << std::flush; }

 private:
  Console m_console;
};

/// What it writes on stderr only.
class ErrorOutput final : public run::Output {
 public:
  explicit ErrorOutput(const Console& console) : m_console(console) {}
  void write_out(std::string_view /*text*/) override {}
  void write_err(std::string_view text) override { m_console.err << text << std::flush; }

 private:
  Console m_console;
};

/// Runs programs one after another; Ctrl+C ends the one that runs, and those that follow. To be made before whatever
/// starts threads, a recorder for one, so that none of them takes the signal.
class Runner {
 public:
  run::Outcome run(const run::Settings& settings, trace::Recorder* recorder, run::Output* output) {
    return run::run(settings, recorder, output, &m_control);
  }
  run::Recorded record(const run::Settings& settings, run::Output* output) {
    return run::record(settings, output, &m_control);
  }

 private:
  run::Control m_control;
  Interrupt m_interrupt{m_control.cancel};
};

/// The program's exit status for an end.
int status_of(const run::Outcome& outcome);

/// "lesson.md:20:5: SyntaxError: …" of an outcome that is `invalid`.
std::string wrong_syntax(const lessons::Lesson& lesson, const lessons::Scenario& scenario, const run::Outcome& outcome,
                         lessons::With with = lessons::With::earlier);

/// Tells on stderr what the interpreter has not told while it ran: a deadlock, a limit, Ctrl+C, and which line of the
/// document is no Python.
void tell_end(const lessons::Lesson& lesson, const lessons::Scenario& scenario, const run::Outcome& outcome,
              const Console& console, lessons::With with = lessons::With::earlier);

}  // namespace loopline::commands
