#include <algorithm>

#include "compiler.h"
#include "script/vm.h"

namespace loopline::script {

void Compiler::at_attribute(const ast::Node& node, const ast::Attribute& attribute) {
  at(node);
  if (attribute.pos.line == attribute.pos.end_line) return;
  const int width = static_cast<int>(attribute.attr.size());
  m_unit->position.line = attribute.pos.end_line;
  m_unit->position.column = std::max(attribute.pos.end_column - width, 0);
}

void Compiler::call(const ast::Call& node, Register dest) {
  const Register mark = m_unit->mark();
  bool spread = false;
  for (const ast::expr* argument : node.args) spread = spread || ast::is<ast::Starred>(argument);
  for (const ast::keyword* keyword : node.keywords) spread = spread || keyword->arg.empty();
  const std::size_t count = node.args.size() + node.keywords.size();
  if (count > 200) spread = true;  // registers for them all would be wasteful
  const bool is_method = ast::is<ast::Attribute>(node.func);
  const auto slots = static_cast<std::uint16_t>((is_method ? 2 : 1) + (spread ? 2 : count));
  const Register base = m_unit->new_temporaries(slots);
  if (is_method) {
    const auto& attribute = *ast::as<ast::Attribute>(node.func);
    const Register inner = m_unit->mark();
    const Register object = register_operand(*attribute.value);
    at_attribute(attribute, attribute);
    m_unit->emit(Op::load_method, base, object, m_unit->name(mangle(m_unit->scope.private_class, attribute.attr)));
    m_unit->emit_cache();
    m_unit->free_to(inner);
  } else {
    expression_to(*node.func, base);
  }
  const auto first = static_cast<Register>(base + (is_method ? 2 : 1));
  const std::uint8_t form = is_method ? 1 : 0;
  if (spread) {
    call_with_spread(node, first, dest);
    at(node);
    if (is_method) at_attribute(node, *ast::as<ast::Attribute>(node.func));
    m_unit->emit(Op::call_spread, base, 0, dest, form);
    m_unit->emit_cache();
  } else {
    call_arguments(node, first);
    at(node);
    if (is_method) at_attribute(node, *ast::as<ast::Attribute>(node.func));
    if (node.keywords.empty()) {
      m_unit->emit(Op::call, base, static_cast<std::uint16_t>(count), dest, form);
      m_unit->emit_cache();
    } else {
      std::vector<Value> names;
      for (const ast::keyword* keyword : node.keywords) {
        names.emplace_back(m_vm.intern(mangle(m_unit->scope.private_class, keyword->arg)));
      }
      const std::uint16_t constant = m_unit->constant_index(Tuple::create(names));
      m_unit->emit(Op::call_keywords, base, static_cast<std::uint16_t>(count), dest, form);
      m_unit->emit_cache(constant);
    }
  }
  m_unit->free_unset_to(mark);
}

void Compiler::call_arguments(const ast::Call& node, Register base) {
  Register next = base;
  for (const ast::expr* argument : node.args) expression_to(*argument, next++);
  for (const ast::keyword* keyword : node.keywords) expression_to(*keyword->value, next++);
}

/// Arguments with * or **: one tuple at `base`, one dictionary (or nothing) behind it.
void Compiler::call_with_spread(const ast::Call& node, Register base, Register /*dest*/) {
  const auto keywords = static_cast<Register>(base + 1);
  m_unit->emit(Op::build_list, base, base, 0);
  for (const ast::expr* argument : node.args) {
    const Register inner = m_unit->mark();
    if (ast::is<ast::Starred>(argument)) {
      const Register value = expression(*ast::as<ast::Starred>(argument)->value);
      at(*argument);
      // What is called stands one or two registers before: for the message if this is the only argument.
      const std::uint8_t back = ast::is<ast::Attribute>(node.func) ? 2 : 1;
      m_unit->emit(Op::list_extend, base, value, 0, node.args.size() == 1 ? back : 0);
      m_unit->free_unset_to(inner);
    } else {
      const Operand value = operand(*argument);
      m_unit->emit(Op::list_append, base, value);
      m_unit->free_to(inner);
    }
  }
  m_unit->emit(Op::list_to_tuple, base, base);
  if (node.keywords.empty()) {
    m_unit->emit(Op::clear, keywords);
    return;
  }
  m_unit->emit(Op::build_dict, keywords, keywords, 0);
  for (const ast::keyword* keyword : node.keywords) {
    const Register inner = m_unit->mark();
    if (keyword->arg.empty()) {
      const Register mapping = expression(*keyword->value);
      at(*keyword);
      m_unit->emit(Op::dict_merge, keywords, mapping, 0, ast::is<ast::Attribute>(node.func) ? 2 : 1);
      m_unit->free_unset_to(inner);
    } else {
      // One at a time through a mapping, so that a name given twice is noticed.
      const Operand value = operand(*keyword->value);
      const Operand name = m_unit->constant(m_vm.intern(mangle(m_unit->scope.private_class, keyword->arg)));
      m_unit->emit(Op::dict_set, keywords, name, value, 1);
      m_unit->free_to(inner);
    }
  }
}

}  // namespace loopline::script
