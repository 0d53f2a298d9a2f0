// The physical limit: hand-written C++20 coroutines, no library, no I/O.
//
//   limit_coro VARIANT CASE N [T [REPS]]
//
// VARIANT   ring      coroutine handles in a power-of-two ring, resumed by a loop
//           transfer  as ring, but each switch is a symmetric transfer (yield only)
//           shaped    asyncio-shaped: a ready queue of {function, argument}, one
//                     snapshot of the queue per loop iteration, task objects with
//                     a current-task pointer, heap futures with a reference count
//           epoll     shaped + one epoll_wait(timeout 0) per iteration, as a loop
//                     that watches file descriptors must do
//           pool      as ring, coroutine frames from a free list (gather, call)
//           rec-seq   ring + one 64-byte record per switch, no clock read
//           rec-tsc   ring + one 64-byte record per switch, rdtsc
//           rec-clock ring + one 64-byte record per switch, clock_gettime
//           pq        no coroutine: std::priority_queue push+pop (timers only)
//           heap4     no coroutine: 4-ary heap push+pop (timers only)
// CASE      yield     T tasks, N switches in all
//           gather    create N tasks, run them all, collect results in order
//           timers    N sleepers, pseudo-random delays, virtual clock
//           pingpong  two tasks, N handoffs through one-shot futures
//           call      N awaits of a child coroutine that never suspends
#include <sys/epoll.h>
#include <unistd.h>
#include <x86intrin.h>

#include <coroutine>
#include <memory>
#include <queue>
#include <vector>

#include "bench.hpp"

using u64 = std::uint64_t;
using H = std::coroutine_handle<>;

// ---------------------------------------------------------------- ring loop
struct Ring {
  std::vector<H> buf;
  u64 mask = 0, head = 0, tail = 0;
  explicit Ring(u64 cap) {
    u64 c = 2;
    while (c < cap + 2) c *= 2;
    buf.resize(c);
    mask = c - 1;
  }
  void push(H h) { buf[tail++ & mask] = h; }
  H pop() { return buf[head++ & mask]; }
  bool empty() const { return head == tail; }
};
static Ring* g_ring;

static void run_ring() {
  Ring& r = *g_ring;
  while (!r.empty()) r.pop().resume();
}

// Free-list allocator for frames of one size class (variant pool).
struct Pool {
  struct Node {
    Node* next;
  };
  Node* free_ = nullptr;
  char* at = nullptr;
  char* end = nullptr;
  static constexpr std::size_t kSlot = 192;
  void* get(std::size_t n) {
    if (n > kSlot) return std::malloc(n);
    if (free_) {
      Node* p = free_;
      free_ = p->next;
      return p;
    }
    if (at == end) {
      at = static_cast<char*>(std::malloc(kSlot * 1024));
      end = at + kSlot * 1024;
    }
    void* p = at;
    at += kSlot;
    return p;
  }
  void put(void* p, std::size_t n) {
    if (n > kSlot) {
      std::free(p);
      return;
    }
    Node* q = static_cast<Node*>(p);
    q->next = free_;
    free_ = q;
  }
};
static Pool g_pool;

template <bool kPool>
struct Frame {};
template <>
struct Frame<true> {
  static void* operator new(std::size_t n) { return g_pool.get(n); }
  static void operator delete(void* p, std::size_t n) { g_pool.put(p, n); }
};

// A coroutine started by hand and destroyed by itself.
struct Detached {
  struct promise_type {
    Detached get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::abort(); }
  };
  H h;
};

// ---------------------------------------------------------------- recording
struct Rec {
  u64 w[8];
};
static Rec* g_rec;  // a chunk of 4096 records, reused
static u64 g_rec_at;
enum class Clk { none, tsc, clock };
template <Clk C>
static inline void record(u64 kind, u64 task) {
  u64 t = 0;
  if constexpr (C == Clk::tsc) t = __rdtsc();
  if constexpr (C == Clk::clock) t = bench::clock_ns(CLOCK_MONOTONIC);
  Rec& r = g_rec[g_rec_at & 4095];
  r.w[0] = g_rec_at++;
  r.w[1] = t;
  r.w[2] = g_rec_at >> 3;
  r.w[3] = kind;
  r.w[4] = task;
  r.w[5] = 0;
  r.w[6] = g_rec_at;
  r.w[7] = 42;
}

// ---------------------------------------------------------------- yield
struct YieldRing {
  bool await_ready() noexcept { return false; }
  void await_suspend(H h) noexcept { g_ring->push(h); }
  void await_resume() noexcept {}
};
struct YieldTransfer {
  bool await_ready() noexcept { return false; }
  H await_suspend(H h) noexcept {
    g_ring->push(h);
    return g_ring->pop();
  }
  void await_resume() noexcept {}
};
template <Clk C>
struct YieldRec {
  u64 task;
  bool await_ready() noexcept { return false; }
  void await_suspend(H h) noexcept {
    record<C>(3, task);
    g_ring->push(h);
  }
  void await_resume() noexcept {}
};
template <class Y>
static Detached yielder(u64 n, u64 id) {
  for (u64 i = 0; i < n; ++i) {
    if constexpr (requires(Y y) { y.task; })
      co_await Y{id};
    else
      co_await Y{};
  }
  // The transfer variant must hand over to somebody: a finished task returns
  // to the loop, which starts the next one.
}
template <class Y>
static void yield_case(u64 n, u64 t) {
  Ring ring(t);
  g_ring = &ring;
  for (u64 i = 0; i < t; ++i) ring.push(yielder<Y>(n / t, i).h);
  run_ring();
}

// ---------------------------------------------------------------- shaped loop
struct Handle {
  void (*fn)(void*);
  void* arg;
};
struct TaskState {
  H leaf;
  u64 id;
  u64 steps;
};
struct ReadyQueue {  // growable power-of-two ring
  std::vector<Handle> buf = std::vector<Handle>(64);
  u64 head = 0, tail = 0;
  bool empty() const { return head == tail; }
  u64 size() const { return tail - head; }
  void push_back(Handle h) {
    if (tail - head == buf.size()) [[unlikely]]
      grow();
    buf[tail++ & (buf.size() - 1)] = h;
  }
  Handle pop_front() { return buf[head++ & (buf.size() - 1)]; }
  __attribute__((noinline)) void grow() {
    std::vector<Handle> b(buf.size() * 2);
    u64 n = size();
    for (u64 i = 0; i < n; ++i) b[i] = buf[(head + i) & (buf.size() - 1)];
    buf.swap(b);
    head = 0;
    tail = n;
  }
};
static ReadyQueue g_ready;
static TaskState* g_current;
static u64 g_iterations;

static void step(void* p) {
  auto* t = static_cast<TaskState*>(p);
  g_current = t;
  t->steps++;
  t->leaf.resume();
  g_current = nullptr;
}
static void call_soon(TaskState* t) { g_ready.push_back({step, t}); }

template <bool kPoll>
static void run_shaped() {
  int ep = kPoll ? epoll_create1(0) : -1;
  epoll_event ev[16];
  while (!g_ready.empty()) {
    if constexpr (kPoll) bench::keep(epoll_wait(ep, ev, 16, 0));
    ++g_iterations;
    for (u64 todo = g_ready.size(); todo; --todo) {
      Handle h = g_ready.pop_front();
      h.fn(h.arg);
    }
  }
  if (kPoll) close(ep);
}
struct YieldShaped {
  bool await_ready() noexcept { return false; }
  void await_suspend(H h) noexcept {
    g_current->leaf = h;
    call_soon(g_current);
  }
  void await_resume() noexcept {}
};
template <bool kPoll>
static void yield_shaped(u64 n, u64 t) {
  std::vector<TaskState> tasks(t);
  for (u64 i = 0; i < t; ++i) {
    tasks[i] = {yielder<YieldShaped>(n / t, i).h, i, 0};
    call_soon(&tasks[i]);
  }
  run_shaped<kPoll>();
}

// ---------------------------------------------------------------- gather
struct Group {
  u64 pending;
  std::vector<u64> results;
  H waiter;
};

template <bool kPool>
struct Child {
  struct promise_type : Frame<kPool> {
    Group* group = nullptr;
    u64 slot = 0;
    u64 value = 0;
    Child get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      void await_suspend(std::coroutine_handle<promise_type> h) noexcept {
        auto& p = h.promise();
        p.group->results[p.slot] = p.value;
        if (--p.group->pending == 0 && p.group->waiter) g_ring->push(p.group->waiter);
        h.destroy();
      }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(u64 v) { value = v; }
    void unhandled_exception() { std::abort(); }
  };
  std::coroutine_handle<promise_type> h;
};
template <bool kPool>
__attribute__((noinline)) static Child<kPool> child(u64 i) {
  co_return i;
}

struct GroupAwait {
  Group& g;
  bool await_ready() noexcept { return g.pending == 0; }
  void await_suspend(H h) noexcept { g.waiter = h; }
  void await_resume() noexcept {}
};
template <bool kPool>
static Detached gatherer(u64 n, u64* sum) {
  Group g{n, std::vector<u64>(n), {}};
  for (u64 i = 0; i < n; ++i) {
    Child<kPool> c = child<kPool>(i);
    c.h.promise().group = &g;
    c.h.promise().slot = i;
    g_ring->push(c.h);
  }
  co_await GroupAwait{g};
  for (u64 v : g.results) *sum += v;
}
template <bool kPool>
static void gather_case(u64 n) {
  Ring ring(n + 1);
  g_ring = &ring;
  u64 sum = 0;
  ring.push(gatherer<kPool>(n, &sum).h);
  run_ring();
  if (sum != n * (n - 1) / 2) std::abort();
}

// gather on the shaped loop: a task object per child (own allocation), a list of
// done-callbacks, each callback scheduled through the ready queue as asyncio does.
struct STask : TaskState {
  Group* group;
  u64 slot;
  u64 value;
  bool done = false;
};
static Detached schild(STask* t, u64 i) {
  t->value = i;
  t->done = true;
  g_ready.push_back({[](void* p) {
                       auto* c = static_cast<STask*>(p);
                       if (--c->group->pending == 0 && c->group->waiter)
                         call_soon(reinterpret_cast<TaskState*>(c->group->waiter.address()));
                     },
                     t});
  co_return;
}
struct SGroupAwait {
  Group& g;
  bool await_ready() noexcept { return false; }
  void await_suspend(H h) noexcept {
    g_current->leaf = h;
    g.waiter = H::from_address(g_current);
  }
  void await_resume() noexcept {}
};
static Detached sgatherer(u64 n, u64* sum) {
  Group g{n, {}, {}};
  std::vector<std::unique_ptr<STask>> kids;
  kids.reserve(n);
  for (u64 i = 0; i < n; ++i) {
    auto t = std::make_unique<STask>();
    t->group = &g;
    t->slot = i;
    t->id = i;
    t->steps = 0;
    t->leaf = schild(t.get(), i).h;
    call_soon(t.get());
    kids.push_back(std::move(t));
  }
  co_await SGroupAwait{g};
  g.results.reserve(n);
  for (auto& k : kids) g.results.push_back(k->value);
  for (u64 v : g.results) *sum += v;
}
template <bool kPoll>
static void gather_shaped(u64 n) {
  u64 sum = 0;
  TaskState root{sgatherer(n, &sum).h, 0, 0};
  call_soon(&root);
  run_shaped<kPoll>();
  if (sum != n * (n - 1) / 2) std::abort();
}

// ---------------------------------------------------------------- timers
struct Timer {
  u64 when, seq;
  H h;
  bool operator<(Timer const& o) const {  // max-heap: the earliest is the greatest
    return when != o.when ? when > o.when : seq > o.seq;
  }
};
static std::priority_queue<Timer>* g_timers;
static u64 g_now, g_seq;

struct Sleep {
  u64 ms;
  bool await_ready() noexcept { return false; }
  void await_suspend(H h) { g_timers->push({g_now + ms, g_seq++, h}); }
  void await_resume() noexcept {}
};
static Detached sleeper(u64 ms, u64* fired) {
  co_await Sleep{ms};
  ++*fired;
}

static void timers_ring(u64 n) {
  Ring ring(n + 1);
  g_ring = &ring;
  std::priority_queue<Timer> q;
  g_timers = &q;
  bench::Delays d;
  u64 fired = 0;
  for (u64 i = 0; i < n; ++i) ring.push(sleeper(d.next(), &fired).h);
  for (;;) {
    run_ring();
    if (q.empty()) break;
    g_now = q.top().when;  // the virtual clock jumps
    while (!q.empty() && q.top().when <= g_now) {
      ring.push(q.top().h);
      q.pop();
    }
  }
  if (fired != n) std::abort();
}
static void timers_pq(u64 n) {
  std::priority_queue<Timer> q;
  bench::Delays d;
  for (u64 i = 0; i < n; ++i) q.push({d.next(), i, {}});
  u64 last = 0, ok = 0;
  while (!q.empty()) {
    ok += q.top().when >= last;
    last = q.top().when;
    q.pop();
  }
  if (ok != n) std::abort();
}
struct Heap4 {
  struct E {
    u64 key;
    void* p;
  };  // key = when << 32 | sequence
  std::vector<E> v;
  void push(E e) {
    std::size_t i = v.size();
    v.push_back(e);
    while (i) {
      std::size_t p = (i - 1) / 4;
      if (v[p].key <= e.key) break;
      v[i] = v[p];
      i = p;
    }
    v[i] = e;
  }
  E pop() {
    E top = v[0], e = v.back();
    v.pop_back();
    std::size_t n = v.size(), i = 0;
    if (n) {
      for (;;) {
        std::size_t c = i * 4 + 1;
        if (c >= n) break;
        std::size_t m = c, last = c + 4 < n ? c + 4 : n;
        for (std::size_t k = c + 1; k < last; ++k)
          if (v[k].key < v[m].key) m = k;
        if (v[m].key >= e.key) break;
        v[i] = v[m];
        i = m;
      }
      v[i] = e;
    }
    return top;
  }
};
static void timers_heap4(u64 n) {
  Heap4 q;
  bench::Delays d;
  for (u64 i = 0; i < n; ++i) q.push({u64(d.next()) << 32 | i, nullptr});
  u64 last = 0, ok = 0;
  while (!q.v.empty()) {
    u64 k = q.pop().key;
    ok += k >= last;
    last = k;
  }
  if (ok != n) std::abort();
}

// ---------------------------------------------------------------- ping-pong
struct Fut {  // on the stack of its awaiter
  H waiter{};
  bool done = false;
  u64 value = 0;
  void set(u64 v) {
    value = v;
    done = true;
    if (waiter) g_ring->push(waiter);
  }
  bool await_ready() noexcept { return done; }
  void await_suspend(H h) noexcept { waiter = h; }
  u64 await_resume() noexcept { return value; }
};
static Fut* g_box[2];
static Detached ping(u64 n, int me) {
  for (u64 i = 0; i < n; ++i) {
    Fut mine;
    g_box[me] = &mine;
    if (Fut* other = g_box[1 - me]) {
      g_box[1 - me] = nullptr;
      other->set(i);
    }
    if (i + 1 == n && me == 1) break;  // nobody is left to answer
    bench::keep(co_await mine);
  }
  if (g_box[1 - me]) {
    Fut* o = g_box[1 - me];
    g_box[1 - me] = nullptr;
    o->set(0);
  }
}
static void pingpong_ring(u64 n) {
  Ring ring(4);
  g_ring = &ring;
  ring.push(ping(n / 2, 0).h);
  ring.push(ping(n / 2, 1).h);
  run_ring();
}

struct SFut {  // heap, reference counted (not atomically), callbacks via the queue
  u64 refs = 1;
  TaskState* waiter = nullptr;
  bool done = false;
  u64 value = 0;
  void set(u64 v) {
    value = v;
    done = true;
    if (waiter) call_soon(waiter);
  }
};
struct SRef {
  SFut* p = nullptr;
  SRef() = default;
  explicit SRef(SFut* q) : p(q) {}
  SRef(SRef const& o) : p(o.p) {
    if (p) ++p->refs;
  }
  SRef(SRef&& o) noexcept : p(o.p) { o.p = nullptr; }
  SRef& operator=(SRef o) noexcept {
    std::swap(p, o.p);
    return *this;
  }
  ~SRef() {
    if (p && --p->refs == 0) delete p;
  }
  bool await_ready() noexcept { return p->done; }
  void await_suspend(H h) noexcept {
    g_current->leaf = h;
    p->waiter = g_current;
  }
  u64 await_resume() noexcept { return p->value; }
};
static SRef g_sbox[2];
static Detached sping(u64 n, int me) {
  for (u64 i = 0; i < n; ++i) {
    SRef mine(new SFut);
    g_sbox[me] = mine;
    if (SRef other = std::move(g_sbox[1 - me]); other.p) other.p->set(i);
    if (i + 1 == n && me == 1) break;
    bench::keep(co_await mine);
  }
  if (SRef o = std::move(g_sbox[1 - me]); o.p) o.p->set(0);
}
template <bool kPoll>
static void pingpong_shaped(u64 n) {
  TaskState a{sping(n / 2, 0).h, 0, 0}, b{sping(n / 2, 1).h, 1, 0};
  call_soon(&a);
  call_soon(&b);
  run_shaped<kPoll>();
}

// ---------------------------------------------------------------- timers, shaped
// As asyncio.sleep(): a future, a cancellable timer handle in the heap; the due
// handle goes through the ready queue, sets the future, which schedules the task.
struct SNode {
  SRef fut;
  bool cancelled = false;
};
struct STimer {
  u64 when, seq;
  SNode* node;
  bool operator<(STimer const& o) const { return when != o.when ? when > o.when : seq > o.seq; }
};
static std::priority_queue<STimer>* g_stimers;
static Detached ssleeper(u64 ms, u64* fired) {
  SRef fut(new SFut);
  g_stimers->push({g_now + ms, g_seq++, new SNode{fut}});
  co_await fut;
  ++*fired;
}
template <bool kPoll>
static void timers_shaped(u64 n) {
  std::priority_queue<STimer> q;
  g_stimers = &q;
  bench::Delays d;
  u64 fired = 0;
  std::vector<std::unique_ptr<TaskState>> tasks;
  for (u64 i = 0; i < n; ++i) {
    tasks.push_back(std::make_unique<TaskState>(TaskState{ssleeper(d.next(), &fired).h, i, 0}));
    call_soon(tasks.back().get());
  }
  for (;;) {
    run_shaped<kPoll>();
    if (q.empty()) break;
    g_now = q.top().when;
    while (!q.empty() && q.top().when <= g_now) {
      g_ready.push_back({[](void* p) {
                           auto* t = static_cast<SNode*>(p);
                           if (!t->cancelled) t->fut.p->set(0);
                           delete t;
                         },
                         q.top().node});
      q.pop();
    }
  }
  if (fired != n) std::abort();
}

// ---------------------------------------------------------------- call
template <bool kPool>
struct Lazy {
  struct promise_type : Frame<kPool> {
    H cont;
    u64 value = 0;
    Lazy get_return_object() { return Lazy{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      H await_suspend(std::coroutine_handle<promise_type> h) noexcept { return h.promise().cont; }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(u64 v) { value = v; }
    void unhandled_exception() { std::abort(); }
  };
  std::coroutine_handle<promise_type> h;
  explicit Lazy(std::coroutine_handle<promise_type> x) : h(x) {}
  Lazy(Lazy&& o) noexcept : h(o.h) { o.h = nullptr; }
  ~Lazy() {
    if (h) h.destroy();
  }
  bool await_ready() noexcept { return false; }
  H await_suspend(H c) noexcept {
    h.promise().cont = c;
    return h;
  }
  u64 await_resume() noexcept { return h.promise().value; }
};
template <bool kPool>
__attribute__((noinline)) static Lazy<kPool> leaf(u64 i) {
  co_return i;
}
template <bool kPool>
static Detached caller(u64 n, u64* sum) {
  for (u64 i = 0; i < n; ++i) *sum += co_await leaf<kPool>(i);
}
template <bool kPool>
static void call_case(u64 n) {
  Ring ring(2);
  g_ring = &ring;
  u64 sum = 0;
  ring.push(caller<kPool>(n, &sum).h);
  run_ring();
  if (sum != n * (n - 1) / 2) std::abort();
}

// ---------------------------------------------------------------- main
static void run(std::string const& v, std::string const& c, u64 n, u64 t) {
  if (c == "yield") {
    if (v == "ring") return yield_case<YieldRing>(n, t);
    if (v == "transfer") return yield_case<YieldTransfer>(n, t);
    if (v == "rec-seq") return yield_case<YieldRec<Clk::none>>(n, t);
    if (v == "rec-tsc") return yield_case<YieldRec<Clk::tsc>>(n, t);
    if (v == "rec-clock") return yield_case<YieldRec<Clk::clock>>(n, t);
    if (v == "shaped") return yield_shaped<false>(n, t);
    if (v == "epoll") return yield_shaped<true>(n, t);
  } else if (c == "gather") {
    if (v == "ring") return gather_case<false>(n);
    if (v == "pool") return gather_case<true>(n);
    if (v == "shaped") return gather_shaped<false>(n);
    if (v == "epoll") return gather_shaped<true>(n);
  } else if (c == "timers") {
    if (v == "ring") return timers_ring(n);
    if (v == "shaped") return timers_shaped<false>(n);
    if (v == "pq") return timers_pq(n);
    if (v == "heap4") return timers_heap4(n);
  } else if (c == "pingpong") {
    if (v == "ring") return pingpong_ring(n);
    if (v == "shaped") return pingpong_shaped<false>(n);
    if (v == "epoll") return pingpong_shaped<true>(n);
  } else if (c == "call") {
    if (v == "ring") return call_case<false>(n);
    if (v == "pool") return call_case<true>(n);
  }
  bench::unsupported();
}

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::string v = argv[1], c = argv[2];
  u64 n = std::strtoull(argv[3], nullptr, 10);
  u64 t = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1;
  g_rec = new Rec[4096]();
  u64 reps = argc > 5 ? std::strtoull(argv[5], nullptr, 10) : 1;
  run(v, c, reps > 1 ? n : n / 10 > t ? n / 10 : t, t);  // warm-up
  bench::Stopwatch w;
  for (u64 r = 0; r < reps; ++r) run(v, c, n, t);
  bench::report(n * reps, w.cpu(), w.wall());
}
