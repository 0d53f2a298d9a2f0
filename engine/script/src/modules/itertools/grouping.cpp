// groupby and tee: iterators that share a source.
#include <algorithm>
#include <deque>

#include "itertools.h"

namespace loopline::script::itertools {

namespace {

// ---- groupby -----------------------------------------------------------------------------------------------------

/// Goes through the source. Its groups look at its current item and move it on; only the newest group may.
class GroupBy final : public ValuesIterator<5> {
 public:
  GroupBy(Class& cls, Class& group_class, Value source, Value key_function) noexcept
      : ValuesIterator(cls, std::move(source), std::move(key_function), Value(), Value(), Value()),
        m_group_class(group_class) {}

  Value next(Vm& vm) override;

  /// The next item of the group of that key; unset at its end.
  Value next_in_group(Vm& vm, const Value& key, std::uint64_t group) {
    if (group != m_group) return {};
    if (!current_item().is_set() && !advance(vm)) return {};
    const int same = vm.equals(key, current_key());
    if (same <= 0) return {};
    return std::exchange(current_item(), Value());
  }

 private:
  Value& target_key() { return m_values[2]; }
  Value& current_key() { return m_values[3]; }
  Value& current_item() { return m_values[4]; }

  bool advance(Vm& vm) {
    const Value source = m_values[0];
    const Value function = m_values[1];
    Value item = next_of(vm, source);
    if (!item.is_set()) return false;
    Value key = function.is_none() ? item : vm.call(function, std::span<const Value>(&item, 1));
    if (!key.is_set()) return false;
    current_key() = std::move(key);
    current_item() = std::move(item);
    return true;
  }

  Class& m_group_class;
  std::uint64_t m_group = 0;  // the number of the newest group
};

class Group final : public ValuesIterator<2> {
 public:
  Group(Class& cls, Ref<GroupBy> parent, Value key, std::uint64_t number) noexcept
      : ValuesIterator(cls, Value(std::move(parent)), std::move(key)), m_number(number) {}

  Value next(Vm& vm) override {
    const Value parent = m_values[0];
    const Value key = m_values[1];
    return parent.is_object() ? parent.as<GroupBy>()->next_in_group(vm, key, m_number) : Value();
  }

 private:
  std::uint64_t m_number;
};

Value GroupBy::next(Vm& vm) {
  ++m_group;
  // The rest of the group before is passed over.
  for (;;) {
    if (current_key().is_set()) {
      if (!target_key().is_set()) break;
      const Value target = target_key();
      const Value current = current_key();
      const int same = vm.equals(target, current);
      if (same < 0) return {};
      if (same == 0) break;
    }
    if (!advance(vm) || !vm.spend(1)) return {};
  }
  target_key() = current_key();
  return vm.tuple({target_key(), make<Group>(m_group_class, Ref<GroupBy>(this), target_key(), m_group)});
}

Value groupby_new(Vm& vm, Arguments args) {
  Value source = vm.iter(args[1]);
  if (!source.is_set()) return {};
  Class* group_class = as_class(*builtin_class(args[0]).attributes->get(*vm.intern("_grouper")));
  return finish<GroupBy>(vm, args[0], *group_class, std::move(source), args[2]);
}

// ---- tee ---------------------------------------------------------------------------------------------------------

/// What the iterators of one tee() share: the source, and the items that some of them have given and others not.
class TeeSource final : public Container {
 public:
  explicit TeeSource(Value source) noexcept : Container(loop::ObjectKind::other), m_source(std::move(source)) {}
  ~TeeSource() override { clear(); }

  /// The item of that number, from 0; unset at the end or after raising.
  Value item(Vm& vm, std::size_t number) {
    while (number >= m_first + m_items.size()) {
      if (m_is_running) return vm.runtime_error("cannot re-enter the tee iterator");
      const Value source = m_source;
      m_is_running = true;
      Value item = next_of(vm, source);
      m_is_running = false;
      if (!item.is_set()) return {};
      m_items.push_back(std::move(item));
      loop::Memory::current().grew(sizeof(Value));
    }
    return m_items[number - m_first];
  }
  void add_reader(std::size_t at) { m_positions.push_back(at); }
  /// A reader has moved, or (to `npos`) is gone: what nobody will ask for any more is dropped.
  void move_reader(std::size_t from, std::size_t to) {
    const auto found = std::find(m_positions.begin(), m_positions.end(), from);
    if (found == m_positions.end()) return;
    if (to == npos) {
      m_positions.erase(found);
    } else {
      *found = to;
    }
    if (from != m_first) return;
    const auto least = std::min_element(m_positions.begin(), m_positions.end());
    const std::size_t keep_from = least == m_positions.end() ? m_first + m_items.size() : *least;
    while (m_first < keep_from && !m_items.empty()) {
      const Value gone = std::move(m_items.front());
      m_items.pop_front();
      loop::Memory::current().shrank(sizeof(Value));
      ++m_first;
    }
  }
  static constexpr std::size_t npos = ~std::size_t{0};

  void visit(Visitor& visitor) const override {
    visit_value(visitor, m_source);
    for (const Value& item : m_items) visit_value(visitor, item);
  }
  void drop_references() noexcept override {
    m_source = Value::none();
    clear();
  }

 private:
  void clear() noexcept {
    loop::Memory::current().shrank(m_items.size() * sizeof(Value));
    m_items.clear();
  }

  Value m_source;
  std::deque<Value> m_items;
  std::size_t m_first = 0;  // the number of the first item kept
  std::vector<std::size_t> m_positions;
  bool m_is_running = false;
};

class Tee final : public Iterator {
 public:
  Tee(Class& cls, Ref<TeeSource> source, std::size_t at) : Iterator(cls), m_source(std::move(source)), m_at(at) {
    m_source->add_reader(m_at);
  }
  ~Tee() override {
    if (m_source) m_source->move_reader(m_at, TeeSource::npos);
  }
  Value next(Vm& vm) override {
    if (!m_source) return {};
    const Ref<TeeSource> source = m_source;
    Value item = source->item(vm, m_at);
    if (!item.is_set()) return {};
    source->move_reader(m_at, m_at + 1);
    ++m_at;
    return item;
  }
  Value copy() const { return make<Tee>(cls(), m_source, m_at); }
  void visit(Visitor& visitor) const override { visitor.visit(m_source.get()); }
  void drop_references() noexcept override { m_source = nullptr; }

 private:
  Ref<TeeSource> m_source;
  std::size_t m_at;
};

Value tee_copy(Vm& /*vm*/, Arguments args) { return self_as_iterator<Tee>(args[0]).copy(); }

Value tee_new(Vm& vm, Arguments args) {
  const Value iterator = vm.iter(args[1]);
  if (!iterator.is_set()) return {};
  Class& cls = builtin_class(args[0]);
  if (&vm.class_of(iterator) == &cls) return iterator.as<Tee>()->copy();
  return make<Tee>(cls, make<TeeSource>(iterator), 0);
}

/// tee(iterable, n): bound to the class of what it makes.
Value tee(Vm& vm, Arguments args) {
  Class& cls = *as_class(args[0]);
  std::int64_t count = 0;
  if (!vm.index(args[2], count)) return {};
  if (count < 0) return vm.value_error("n must be >= 0");
  if (!vm.check_size(static_cast<std::uint64_t>(count) * sizeof(Tee))) return {};
  std::vector<Value> made;
  if (count == 0) return Tuple::take(made);
  const Value iterator = vm.iter(args[1]);
  if (!iterator.is_set()) return {};
  const bool is_tee = &vm.class_of(iterator) == &cls;
  made.push_back(is_tee ? iterator : Value(make<Tee>(cls, make<TeeSource>(iterator), 0)));
  while (made.size() < static_cast<std::size_t>(count)) made.push_back(made.front().as<Tee>()->copy());
  return Tuple::take(made);
}

constexpr NativeDefinition kTee[] = {{"__copy__", "self, /", tee_copy}};

}  // namespace

void add_grouping(Vm& vm, Module& module) {
  Class& groupby = add_class(vm, module, {"groupby", "cls, iterable, key=None", groupby_new});
  Class& group = add_class(vm, module, {"_grouper", "cls, parent, tgtkey, /", nullptr});
  group.attributes->erase(*vm.intern("__new__"));
  group.is_final = true;
  groupby.attributes->set(*vm.intern("_grouper"), Value(&group));
  module.attributes->erase(*vm.intern("_grouper"));

  Class& tee_class = add_class(vm, module, {"_tee", "cls, iterable, /", tee_new});
  tee_class.is_final = true;
  vm.define_methods(tee_class, kTee);
  Ref<NativeFunction> function = vm.make_native({"tee", "type, iterable, n=2, /", tee});
  function->module_name = Value(module.name);
  function->receiver = Value(&tee_class);
  module.attributes->set(*vm.intern("tee"), Value(std::move(function)));
}

}  // namespace loopline::script::itertools
