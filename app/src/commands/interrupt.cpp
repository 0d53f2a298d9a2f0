#include "interrupt.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>

namespace loopline::commands {

// The signals are blocked and read from a descriptor: nothing runs in a signal handler, and no global is needed.
Interrupt::Interrupt(std::atomic<bool>& cancel) {
  sigset_t wanted{};
  sigemptyset(&wanted);
  sigaddset(&wanted, SIGINT);
  sigaddset(&wanted, SIGTERM);
  const int signals = signalfd(-1, &wanted, SFD_CLOEXEC);
  m_stop = eventfd(0, EFD_CLOEXEC);
  if (signals < 0 || m_stop < 0) {  // without descriptors Ctrl+C ends the program as ever
    if (signals >= 0) close(signals);
    return;
  }
  pthread_sigmask(SIG_BLOCK, &wanted, &m_before);
  m_watcher = std::thread([this, signals, &cancel] {
    watch(signals, cancel);
    close(signals);
  });
}

Interrupt::~Interrupt() {
  if (m_watcher.joinable()) {
    eventfd_write(m_stop, 1);
    m_watcher.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
  }
  if (m_stop >= 0) close(m_stop);
}

void Interrupt::watch(int signals, std::atomic<bool>& cancel) const {
  std::array<pollfd, 2> both{{{signals, POLLIN, 0}, {m_stop, POLLIN, 0}}};
  while (true) {
    if (poll(both.data(), both.size(), -1) < 0) continue;
    if (both[1].revents != 0) return;
    signalfd_siginfo info{};
    if (read(signals, &info, sizeof info) != sizeof info) continue;
    if (cancel.exchange(true)) _exit(128 + static_cast<int>(info.ssi_signo));
  }
}

}  // namespace loopline::commands
