#include "baton.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOOPLINE_FIBERS 0
#else
#define LOOPLINE_FIBERS 1
#endif

#if LOOPLINE_FIBERS

#include <cxxabi.h>
#include <sys/mman.h>
#include <ucontext.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace loopline::loop {

namespace {

// As much as an OS thread gets; only what is touched takes memory. Below it a page that may not be touched.
constexpr std::size_t kStackSize = std::size_t{8} << 20;
constexpr std::size_t kGuard = 4096;

// What the C++ runtime knows of the exceptions being handled in a thread belongs to a stack, not to the thread. The
// layout (a pointer and a count) is fixed by the Itanium ABI.
struct Handled {
  void* caught = nullptr;
  unsigned int uncaught = 0;

  static Handled& current() noexcept { return *reinterpret_cast<Handled*>(abi::__cxa_get_globals()); }
};

}  // namespace

struct Baton::Place {
  ucontext_t context{};
  void* stack = nullptr;
  std::function<Baton*()> body;
  Handled handled;

  static void begin(unsigned int high, unsigned int low) {
    auto* place = reinterpret_cast<Place*>((std::uintptr_t{high} << 32) | low);
    const Baton* next = place->body();
    Handled::current() = next->m_place->handled;
    setcontext(&next->m_place->context);
  }
};

Baton::Baton() : m_place(std::make_unique<Place>()) {}
Baton::~Baton() { join(); }

bool Baton::start(std::function<Baton*()> body) {
  constexpr int kProtection = PROT_READ | PROT_WRITE;
  void* stack = mmap(nullptr, kStackSize, kProtection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED) return false;
  mprotect(stack, kGuard, PROT_NONE);
  m_place->stack = stack;
  m_place->body = std::move(body);
  getcontext(&m_place->context);
  m_place->context.uc_stack.ss_sp = stack;
  m_place->context.uc_stack.ss_size = kStackSize;
  const auto address = reinterpret_cast<std::uintptr_t>(m_place.get());
  // makecontext() passes integers; a function without parameters is all that its prototype can say.
  makecontext(&m_place->context, reinterpret_cast<void (*)()>(reinterpret_cast<void*>(&Place::begin)), 2,
              static_cast<unsigned int>(address >> 32), static_cast<unsigned int>(address & 0xffffffffU));
  return true;
}

void Baton::pass_to(Baton& next) {
  m_place->handled = Handled::current();
  Handled::current() = next.m_place->handled;
  swapcontext(&m_place->context, &next.m_place->context);
}

void Baton::join() {
  if (m_place->stack == nullptr) return;
  munmap(m_place->stack, kStackSize);
  m_place->stack = nullptr;
  m_place->body = nullptr;
}

}  // namespace loopline::loop

#else

#include <semaphore>
#include <system_error>
#include <thread>

namespace loopline::loop {

struct Baton::Place {
  std::binary_semaphore go{0};
  std::thread thread;
};

Baton::Baton() : m_place(std::make_unique<Place>()) {}
Baton::~Baton() { join(); }

bool Baton::start(std::function<Baton*()> body) {
  try {
    m_place->thread = std::thread([place = m_place.get(), body = std::move(body)]() mutable {
      place->go.acquire();
      const Baton* next = body();
      next->m_place->go.release();
    });
  } catch (const std::system_error&) {
    return false;
  }
  return true;
}

void Baton::pass_to(Baton& next) {
  next.m_place->go.release();
  m_place->go.acquire();
}

void Baton::join() {
  if (m_place->thread.joinable()) m_place->thread.join();
}

}  // namespace loopline::loop

#endif
