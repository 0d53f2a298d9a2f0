// One run of a program in the calling thread, from source text to outcome: main module, then the end of the process.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "loop/memory.h"
#include "loop/runtime.h"
#include "recording_instrument.h"
#include "run/run.h"
#include "script/vm.h"
#include "trace/recorder.h"

namespace loopline::run {

class Session final : private loop::VirtualThreads::Listener {
 public:
  /// `recorder`, `output` and `control` are not owned and may be null. The calling thread's memory must be the run's.
  Session(const Settings& settings, trace::Recorder* recorder, Output* output, Control* control);
  ~Session() override;

  Outcome run();

 private:
  // VirtualThreads::Listener
  void thread_started(loop::VirtualThread& thread) override;
  void thread_switched(loop::VirtualThread& thread) override;
  void thread_ended(loop::VirtualThread& thread) override;
  void deadlocked() override;
  void out_of_time() override;
  void out_of_threads() override;

  Outcome run_program();
  script::Ref<loop::Exception> run_what_is_left();
  script::Value run_main(const script::Ref<script::Code>& code);
  Outcome invalid_program();
  bool was_stopped() noexcept { return m_runtime.threads.has_ended(); }
  /// How the run was ended from outside the program: a deadlock, a limit, a wish.
  Outcome stopped();
  Outcome main_ended(script::Ref<loop::Exception> raised);
  Outcome raised_outcome(const script::Value& exception);
  Outcome exit_outcome(const script::Value& exception);
  void end_process();
  void call_hook(const char* module, const char* function);
  void clear_names();
  void end_recording(const Outcome& outcome);
  void reach(std::string what, std::string message, const std::string& where);

  const Settings& m_settings;
  std::unique_ptr<trace::Recorder> m_own_recorder;  // of a run that nobody records, but whose work has a cost
  trace::Recorder* m_recorder;
  Control* m_control;
  std::unique_ptr<script::Observer> m_observer;
  RecordingInstrument* m_instrument = nullptr;  // m_observer, if the run is recorded
  script::Vm m_vm;
  loop::Runtime m_runtime;
  script::Ref<script::Module> m_main;
  bool m_deadlocked = false;
  std::optional<script::LimitReached> m_limit;
};

}  // namespace loopline::run
