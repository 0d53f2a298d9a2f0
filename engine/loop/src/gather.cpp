#include "loop/gather.h"

#include <algorithm>

#include "loop/task.h"

namespace loopline::loop {

GatheringFuture::GatheringFuture(EventLoop& loop, std::vector<Ref<Future>> children)
    : Future(ObjectKind::future, loop), m_children(std::move(children)) {
  describe(AwaitKind::gather);
}

bool GatheringFuture::cancel(const Value& message) {
  if (is_done()) return false;
  bool any = false;
  // A child's callbacks may drop the list while it is walked.
  const std::vector<Ref<Future>> children = m_children;
  for (const Ref<Future>& child : children) any = m_loop->host().cancel(*child, message) || any;
  // The request holds whatever return_exceptions says: see complete().
  if (any) m_cancel_requested = true;
  return any;
}

void GatheringFuture::visit(Visitor& visitor) const {
  Future::visit(visitor);
  for (const Ref<Future>& child : m_children) visitor.visit(child.get());
}

void GatheringFuture::drop_references() noexcept {
  Future::drop_references();
  m_children.clear();
}

namespace {

/// The done-callback of all children of one gather.
class ChildDone final : public Callback {
 public:
  ChildDone(std::size_t count, bool return_exceptions) : m_expected(count), m_return_exceptions(return_exceptions) {}

  void set_outer(Ref<GatheringFuture> outer) { m_outer = std::move(outer); }
  void set_expected(std::size_t count) { m_expected = count; }
  std::string name() const override { return "gather.child_done"; }

  Ref<Exception> call(EventLoop& loop, Future* child) override {
    ++m_finished;
    if (!m_outer || m_outer->is_done()) {
      if (!child->is_cancelled()) static_cast<void>(child->exception());  // counts as retrieved
      return nullptr;
    }
    if (!m_return_exceptions) {
      if (child->is_cancelled()) return m_outer->set_exception(child->make_cancelled_error());
      const Outcome exception = child->exception();
      if (exception.value().is_object(ObjectKind::exception)) {
        return m_outer->set_exception(Ref<Exception>(exception.value().as<Exception>()));
      }
    }
    return m_finished == m_expected ? complete(loop) : nullptr;
  }

  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    visitor.visit(m_outer.get());
  }
  void drop_references() noexcept override {
    Callback::drop_references();
    m_outer = nullptr;
  }

 private:
  Ref<Exception> complete(EventLoop& loop) {
    std::vector<Value> results;
    results.reserve(m_outer->children().size());
    for (const Ref<Future>& child : m_outer->children()) {
      if (child->is_cancelled()) {
        results.emplace_back(make_cancelled_result(loop, *child));
        continue;
      }
      Outcome exception = child->exception();
      results.push_back(exception.value().is_none() ? child->result().take() : exception.take());
    }
    if (m_outer->cancel_was_requested()) {
      // As CPython: the error of the last argument, whichever ended last.
      return m_outer->set_exception(m_outer->children().back()->make_cancelled_error());
    }
    return m_outer->set_result(loop.host().make_list(std::move(results)));
  }

  static Ref<Exception> make_cancelled_result(EventLoop& loop, const Future& child) {
    // As CPython: a fresh CancelledError with the message, '' for none.
    if (child.cancel_message().is_set() && !child.cancel_message().is_none()) {
      return loop.host().make_cancelled(child.cancel_message());
    }
    return loop.host().make_cancelled_with_text("");
  }

  Ref<GatheringFuture> m_outer;
  std::size_t m_expected;
  std::size_t m_finished = 0;
  bool m_return_exceptions;
};

/// Marks objects while it lives, to find those that come twice without a table.
class Marks {
 public:
  Marks() = default;
  Marks(const Marks&) = delete;
  Marks& operator=(const Marks&) = delete;
  ~Marks() {
    for (Object* object : m_marked) object->set_mark(false);
  }
  /// True if the object was marked before.
  bool mark(Object& object) {
    if (object.is_marked()) return true;
    object.set_mark(true);
    m_marked.push_back(&object);
    return false;
  }
  void reserve(std::size_t count) { m_marked.reserve(count); }

 private:
  std::vector<Object*> m_marked;
};

void tell_children(EventLoop& loop, GatheringFuture& outer) {
  Instrument* instrument = loop.instrument();
  if (instrument == nullptr) return;
  instrument->object_made(outer.id(), ObjectType::gather, "gather");
  for (const Ref<Future>& child : outer.children()) {
    instrument->object_changed(outer.id(), ObjectChange::child, 0, child->id(), 0);
  }
}

}  // namespace

Outcome gather(EventLoop& loop, std::span<const Value> awaitables, bool return_exceptions) {
  if (awaitables.empty()) {
    Ref<Future> outer = loop.create_future();
    static_cast<void>(outer->set_result(loop.host().make_list({})));
    return Value(outer);
  }
  const Ref<ChildDone> child_done = make<ChildDone>(0, return_exceptions);
  std::vector<Ref<Future>> children;
  children.reserve(awaitables.size());
  EventLoop* common = nullptr;  // the loop of the first; the others must have the same
  std::size_t distinct = 0;
  Marks marks;
  marks.reserve(awaitables.size());
  for (std::size_t i = 0; i < awaitables.size(); ++i) {
    const Value& awaitable = awaitables[i];
    if (awaitable.is_object() && marks.mark(*awaitable.as_object())) {
      const auto first = std::find_if(awaitables.begin(), awaitables.end(),
                                      [&](const Value& each) { return each.is_identical(awaitable); });
      children.push_back(children[static_cast<std::size_t>(first - awaitables.begin())]);
      continue;
    }
    const bool was_future = is_future(awaitable);
    if (common == nullptr && was_future) common = &awaitable.as<Future>()->loop();
    Outcome ensured = (common != nullptr ? *common : loop).ensure_future(awaitable);
    if (!ensured.ok()) return ensured;
    Ref<Future> child(ensured.value().as<Future>());
    if (common == nullptr) common = &child->loop();
    // Nobody outside knows a task made here: its end is gather's to report.
    if (!was_future && child->kind() == ObjectKind::task) static_cast<Task&>(*child).set_logs_destroy_pending(false);
    ++distinct;
    child_done->set_expected(distinct);
    child->add_done_callback(child_done);
    children.push_back(std::move(child));
  }
  Ref<GatheringFuture> outer = make<GatheringFuture>(*common, std::move(children));
  child_done->set_outer(outer);
  tell_children(*common, *outer);
  return Value(std::move(outer));
}

}  // namespace loopline::loop
