// Ctrl+C (and SIGTERM) as a flag, so that a run ends cleanly and its recording is whole. A second one ends the program
// at once.
#pragma once

#include <csignal>

#include <atomic>
#include <thread>

namespace loopline::commands {

/// Watches from construction to destruction. Threads that are started meanwhile are not disturbed by these signals.
class Interrupt {
 public:
  /// `cancel` is set at the first signal; not owned.
  explicit Interrupt(std::atomic<bool>& cancel);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  void watch(int signals, std::atomic<bool>& cancel) const;

  sigset_t m_before{};
  int m_stop = -1;  // an eventfd that ends the watcher; -1: not watching
  std::thread m_watcher;
};

}  // namespace loopline::commands
