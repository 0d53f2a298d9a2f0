#include "script/objects/set.h"

#include <algorithm>

#include "script/objects/sequences.h"
#include "script/objects/str.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

// The constants of CPython's setobject.c: they decide the order of numbers.
constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;
constexpr std::size_t kFailedSlot = static_cast<std::size_t>(-1);

bool is_number(const Value& value) noexcept {
  if (value.is_int() || value.is_bool() || value.is_float() || value.is_object(kind::big_int)) return true;
  const Tuple* tuple = as_tuple(value);
  return tuple != nullptr && std::all_of(tuple->begin(), tuple->end(), is_number);
}

}  // namespace

Set::~Set() { loop::Memory::current().shrank(m_accounted); }

bool Set::is_numeric() const noexcept {
  return std::all_of(m_table.begin(), m_table.end(),
                     [](const Slot& slot) { return !slot.key.is_set() || is_number(slot.key); });
}

std::size_t Set::probe(Vm& vm, const Value& key, std::int64_t hash) const {
  for (;;) {
    const std::uint32_t version = m_version;
    const std::size_t mask = m_table.size() - 1;
    auto perturb = static_cast<std::uint64_t>(hash);
    std::size_t i = static_cast<std::size_t>(hash) & mask;
    bool restart = false;
    while (!restart) {
      const std::size_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
      for (std::size_t j = 0; j <= probes; ++j) {
        const Slot& slot = m_table[i + j];
        if (!slot.key.is_set() && !slot.deleted) return i + j;
        if (!slot.key.is_set() || slot.hash != hash) continue;
        if (slot.key.is_identical(key)) return i + j;
        const Str* left = as_str(slot.key);
        const Str* right = as_str(key);
        if (left != nullptr && right != nullptr) {
          if (left->equals(*right)) return i + j;
          continue;
        }
        const Value other = slot.key;  // comparing may change the set
        const int same = vm.equals(other, key);
        if (same < 0) return kFailedSlot;
        if (version != m_version) {
          restart = true;
          break;
        }
        if (same > 0) return i + j;
      }
      perturb >>= kPerturbShift;
      i = (i * 5 + 1 + static_cast<std::size_t>(perturb)) & mask;
    }
  }
}

Set::Found Set::contains(Vm& vm, const Value& key, std::int64_t hash) const {
  const std::size_t slot = probe(vm, key, hash);
  if (slot == kFailedSlot) return Found::failed;
  return m_table[slot].key.is_set() ? Found::yes : Found::no;
}

bool Set::add(Vm& vm, const Value& key, std::int64_t hash) {
  const std::size_t at = probe(vm, key, hash);
  if (at == kFailedSlot) return false;
  Slot& slot = m_table[at];
  if (slot.key.is_set()) return true;
  slot.key = key;
  slot.hash = hash;
  slot.order = ++m_order;
  ++m_fill;
  ++m_used;
  ++m_version;
  const std::size_t mask = m_table.size() - 1;
  if (m_fill * 5 >= mask * 3) resize(m_used > 50000 ? m_used * 2 : m_used * 4);
  return true;
}

Set::Found Set::discard(Vm& vm, const Value& key, std::int64_t hash) {
  const std::size_t at = probe(vm, key, hash);
  if (at == kFailedSlot) return Found::failed;
  Slot& slot = m_table[at];
  if (!slot.key.is_set()) return Found::no;
  slot.deleted = true;
  slot.hash = -1;
  --m_used;
  ++m_version;
  const Value gone = std::move(slot.key);
  return Found::yes;
}

void Set::clear() noexcept {
  std::vector<Slot> old(kMinimum);
  old.swap(m_table);
  m_fill = 0;
  m_used = 0;
  ++m_version;
}

void Set::insert_clean(Value key, std::int64_t hash, std::uint64_t order) noexcept {
  const std::size_t mask = m_table.size() - 1;
  auto perturb = static_cast<std::uint64_t>(hash);
  std::size_t i = static_cast<std::size_t>(hash) & mask;
  for (;;) {
    const std::size_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
    for (std::size_t j = 0; j <= probes; ++j) {
      Slot& slot = m_table[i + j];
      if (slot.key.is_set()) continue;
      slot.key = std::move(key);
      slot.hash = hash;
      slot.order = order;
      return;
    }
    perturb >>= kPerturbShift;
    i = (i * 5 + 1 + static_cast<std::size_t>(perturb)) & mask;
  }
}

void Set::resize(std::size_t minimum) {
  std::size_t size = kMinimum;
  while (size <= minimum) size *= 2;
  std::vector<Slot> old(size);
  old.swap(m_table);
  m_fill = m_used;
  for (Slot& slot : old) {
    if (slot.key.is_set()) insert_clean(std::move(slot.key), slot.hash, slot.order);
  }
  loop::Memory& memory = loop::Memory::current();
  memory.shrank(m_accounted);
  m_accounted = size * sizeof(Slot);
  memory.grew(m_accounted);
}

bool Set::merge(Vm& vm, const Set& other) {
  if (&other == this || other.m_used == 0) return true;
  std::size_t mask = m_table.size() - 1;
  if ((m_fill + other.m_used) * 5 >= mask * 3) resize((m_used + other.m_used) * 2);
  mask = m_table.size() - 1;
  // New elements are counted in the order in which iterating over the other would give them, whatever slots they get.
  std::vector<std::pair<std::uint64_t, std::size_t>> by_order;
  const bool same_shape = m_fill == 0 && mask == other.m_table.size() - 1 && other.m_fill == other.m_used;
  if (m_fill == 0) {
    std::vector<const Slot*> sequence;
    for (const Slot& slot : other.m_table) {
      if (slot.key.is_set()) sequence.push_back(&slot);
    }
    std::sort(sequence.begin(), sequence.end(), [](const Slot* l, const Slot* r) { return l->order < r->order; });
    std::vector<std::pair<const Slot*, std::uint64_t>> numbers;
    numbers.reserve(sequence.size());
    for (const Slot* slot : sequence) numbers.emplace_back(slot, ++m_order);
    std::sort(numbers.begin(), numbers.end());
    std::size_t next = 0;
    for (std::size_t i = 0; i < other.m_table.size(); ++i) {
      const Slot& slot = other.m_table[i];
      if (!slot.key.is_set()) continue;
      const std::uint64_t order = numbers[next++].second;
      if (same_shape) {
        m_table[i].key = slot.key;
        m_table[i].hash = slot.hash;
        m_table[i].order = order;
      } else {
        insert_clean(slot.key, slot.hash, order);
      }
    }
    m_fill = m_used = other.m_used;
    ++m_version;
    return true;
  }
  // CPython goes through the other's table in slot order; the order of insertion that people see is the other's own.
  const std::uint64_t before = m_order;
  std::vector<std::pair<const Value*, std::uint64_t>> orders;
  const std::vector<Slot> slots = other.m_table;
  for (const Slot& slot : slots) {
    if (slot.key.is_set() && !add(vm, slot.key, slot.hash)) return false;
  }
  // Renumber what is new by the other's order.
  std::vector<const Slot*> sequence;
  for (const Slot& slot : slots) {
    if (slot.key.is_set()) sequence.push_back(&slot);
  }
  std::sort(sequence.begin(), sequence.end(), [](const Slot* l, const Slot* r) { return l->order < r->order; });
  std::uint64_t number = m_order;
  for (const Slot* slot : sequence) {
    const std::size_t at = probe(vm, slot->key, slot->hash);
    if (at == kFailedSlot) return false;
    if (m_table[at].order > before) m_table[at].order = ++number;
  }
  m_order = number;
  return true;
}

Ref<Set> Set::copy(Vm& vm, bool frozen) const {
  Ref<Set> copied = make<Set>(frozen);
  // Merging into an empty set compares nothing, so it cannot fail.
  static_cast<void>(copied->merge(vm, *this));
  return copied;
}

std::vector<const Set::Slot*> Set::ordered() const {
  std::vector<const Slot*> slots;
  slots.reserve(m_used);
  for (const Slot& slot : m_table) {
    if (slot.key.is_set()) slots.push_back(&slot);
  }
  if (!is_numeric()) {
    std::sort(slots.begin(), slots.end(), [](const Slot* l, const Slot* r) { return l->order < r->order; });
  }
  return slots;
}

std::vector<Value> Set::elements() const {
  std::vector<Value> elements;
  elements.reserve(m_used);
  for (const Slot* slot : ordered()) elements.push_back(slot->key);
  return elements;
}

std::vector<Set::Element> Set::hashed_elements() const {
  std::vector<Element> elements;
  elements.reserve(m_used);
  for (const Slot* slot : ordered()) elements.push_back({slot->key, slot->hash});
  return elements;
}

std::vector<Set::Element> Set::table_elements() const {
  std::vector<Element> elements;
  elements.reserve(m_used);
  for (const Slot& slot : m_table) {
    if (slot.key.is_set()) elements.push_back({slot.key, slot.hash});
  }
  return elements;
}

void Set::order_as(Vm& vm, const Set& other) {
  std::vector<const Slot*> sequence;
  for (const Slot& slot : other.m_table) {
    if (slot.key.is_set()) sequence.push_back(&slot);
  }
  std::sort(sequence.begin(), sequence.end(), [](const Slot* l, const Slot* r) { return l->order < r->order; });
  for (const Slot* slot : sequence) {
    const std::size_t at = probe(vm, slot->key, slot->hash);
    if (at == kFailedSlot) return;
    if (m_table[at].key.is_set()) m_table[at].order = ++m_order;
  }
}

void Set::reserve_for(std::size_t more) {
  if ((m_fill + more) * 5 >= (m_table.size() - 1) * 3) resize((m_used + more) * 2);
}

void Set::shed_deleted() {
  if (m_fill - m_used > (m_table.size() - 1) / 4) resize(m_used > 50000 ? m_used * 2 : m_used * 4);
}

void Set::take_from(Set& other) noexcept {
  m_table.swap(other.m_table);
  std::swap(m_fill, other.m_fill);
  std::swap(m_used, other.m_used);
  std::swap(m_order, other.m_order);
  std::swap(m_accounted, other.m_accounted);
  ++m_version;
}

Value Set::pop() {
  Slot* first = nullptr;
  const bool numeric = is_numeric();
  for (Slot& slot : m_table) {
    if (!slot.key.is_set()) continue;
    if (first == nullptr || (!numeric && slot.order < first->order)) first = &slot;
    if (numeric) break;
  }
  Value key = std::move(first->key);
  first->deleted = true;
  first->hash = -1;
  --m_used;
  ++m_version;
  return key;
}

void Set::visit(Visitor& visitor) const {
  for (const Slot& slot : m_table) visit_value(visitor, slot.key);
}

}  // namespace loopline::script
