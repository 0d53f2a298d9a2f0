#include "run/run.h"

#include <pthread.h>

#include "session.h"
#include "trace/recorder.h"

namespace loopline::run {

namespace {

#ifdef LOOPLINE_SANITIZED
constexpr std::size_t kStackBytes = std::size_t{512} * 1024 * 1024;
#else
constexpr std::size_t kStackBytes = std::size_t{128} * 1024 * 1024;
#endif

struct Job {
  const Settings& settings;
  trace::Recorder* recorder;
  Output* output;
  Control* control;
  Outcome outcome;
};

void* run_job(void* argument) {
  auto& job = *static_cast<Job*>(argument);
  loop::Memory memory;
  const loop::MemoryScope scope(memory);
  Session session(job.settings, job.recorder, job.output, job.control);
  job.outcome = session.run();
  return nullptr;
}

/// A stack large enough for what scripts may nest, whatever thread asks for the run. Its pages are taken as they are
/// used. Without such a thread the caller's own stack must do.
void run_on_large_stack(Job& job) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread{};
  const bool started = pthread_create(&thread, &attributes, run_job, &job) == 0;
  pthread_attr_destroy(&attributes);
  if (started) {
    pthread_join(thread, nullptr);
  } else {
    run_job(&job);
  }
}

}  // namespace

Outcome run(const Settings& settings, trace::Recorder* recorder, Output* output, Control* control) {
  Job job{settings, recorder, output, control, {}};
  run_on_large_stack(job);
  return std::move(job.outcome);
}

Recorded record(const Settings& settings, Output* output, Control* control) {
  const std::unique_ptr<trace::Recorder> recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
  Recorded recorded;
  recorded.outcome = run(settings, recorder.get(), output, control);
  recorded.data = recorder->take_run();
  return recorded;
}

}  // namespace loopline::run
