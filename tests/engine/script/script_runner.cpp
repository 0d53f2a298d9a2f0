#include "script_runner.h"

#include <pthread.h>

#include <cstddef>

#include "loop/memory.h"
#include "loop/runtime.h"
#include "script/module_registry.h"
#include "world/install.h"

namespace loopline::script::testing {

namespace {

class Collector final : public Observer {
 public:
  explicit Collector(RunResult& result) : m_result(result) {}
  void wrote(Stream stream, std::string_view text) override {
    (stream == Stream::output ? m_result.output : m_result.errors) += text;
  }
  void reported(std::string_view text) override { m_result.reports += text; }
  bool wants_lines() const override { return false; }
  void entered(Frame&, bool) override {}
  void line(Frame&, int) override {}
  void left(Frame&, const Value&) override {}
  void suspended(Frame&) override {}
  void raised(Frame&, const Value&) override {}
  void caught(Frame&, const Value&) override {}

 private:
  RunResult& m_result;
};

RunResult run_here(std::string_view source, const RunOptions& options) {
  RunResult result;
  loop::Memory memory;
  const loop::MemoryScope scope(memory);
  {
    Collector collector(result);
    Vm vm(options.limits, &collector);
    vm.legacy = options.legacy;
    loop::Runtime runtime(&vm.host(), nullptr);
    vm.attach(runtime);
    world::install(vm, options.world);
    if (options.prepare != nullptr) options.prepare(vm);
    const Ref<Module> main = vm.modules().make_main(options.file_name);
    const Ref<Source> text = make<Source>(options.file_name, std::string(source), false);
    if (!vm.run_module(text, main->attributes).is_set()) {
      const Ref<loop::Exception> raised = vm.take_error();
      if (raised && !vm.limit_reached()) result.uncaught = vm.format_exception(Value(raised));
    }
    // As a program does at its end: threads that are no daemons are waited for.
    const Value* threading = vm.modules().loaded()->get(*vm.intern("threading"));
    if (threading != nullptr && !vm.limit_reached()) {
      if (!vm.call_method(*threading, "_shutdown").is_set()) static_cast<void>(vm.take_error());
    }
    if (vm.limit_reached()) result.limit = vm.limit_reached()->what;
    main->attributes->clear();
    vm.modules().loaded()->clear();
    runtime.threads.main().context = nullptr;
    memory.collect_cycles();
  }
  return result;
}

struct Job {
  std::string_view source;
  const RunOptions& options;
  RunResult result;
};

void* run_job(void* argument) {
  auto& job = *static_cast<Job*>(argument);
  job.result = run_here(job.source, job.options);
  return nullptr;
}

}  // namespace

// On a stack as large as engine/run gives to a run: sanitizers make the frames of native recursion large.
RunResult run_script(std::string_view source, const RunOptions& options) {
  Job job{source, options, {}};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, std::size_t{512} << 20);
  pthread_t thread{};
  const bool started = pthread_create(&thread, &attributes, run_job, &job) == 0;
  pthread_attr_destroy(&attributes);
  if (started) {
    pthread_join(thread, nullptr);
  } else {
    run_job(&job);
  }
  return std::move(job.result);
}

}  // namespace loopline::script::testing
