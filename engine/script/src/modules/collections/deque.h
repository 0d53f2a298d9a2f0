// collections.deque.
#pragma once

#include <deque>

#include "../../builtins/builtin_class.h"
#include "script/objects/class.h"
#include "script/vm.h"

namespace loopline::script::collections {

class Deque final : public NativeObject {
 public:
  using NativeObject::NativeObject;
  ~Deque() override { loop::Memory::current().shrank(m_accounted); }

  std::deque<Value> items;
  std::int64_t limit = -1;    ///< maxlen; negative: none
  std::uint64_t changes = 0;  ///< counts insertions and deletions: iterators notice

  bool is_limited() const noexcept { return limit >= 0; }
  void push_back(Value value) {
    items.push_back(std::move(value));
    note();
    if (is_limited() && items.size() > static_cast<std::size_t>(limit)) pop_front();
  }
  void push_front(Value value) {
    items.push_front(std::move(value));
    note();
    if (is_limited() && items.size() > static_cast<std::size_t>(limit)) pop_back();
  }
  Value pop_back() {
    Value value = std::move(items.back());
    items.pop_back();
    note();
    return value;
  }
  Value pop_front() {
    Value value = std::move(items.front());
    items.pop_front();
    note();
    return value;
  }
  /// Counts a change, and tells the run's memory now and then how big it is.
  void note() noexcept {
    ++changes;
    const std::size_t bytes = items.size() * sizeof(Value);
    if (bytes < m_accounted + kStep && bytes + kStep > m_accounted) return;
    loop::Memory& memory = loop::Memory::current();
    memory.shrank(m_accounted);
    memory.grew(bytes);
    m_accounted = bytes;
  }

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    for (const Value& item : items) visit_value(visitor, item);
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    items.clear();
  }

 private:
  static constexpr std::size_t kStep = 4096;
  std::size_t m_accounted = 0;
};

void add_deque(Vm& vm, Module& module);

}  // namespace loopline::script::collections
