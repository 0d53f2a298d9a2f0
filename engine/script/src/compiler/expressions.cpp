#include "compiler.h"
#include "script/objects/complex.h"
#include "script/vm.h"

namespace loopline::script {

Op instruction_of(ast::Operator op) noexcept {
  switch (op) {
    case ast::Operator::Add: return Op::add;
    case ast::Operator::Sub: return Op::subtract;
    case ast::Operator::Mult: return Op::multiply;
    case ast::Operator::MatMult: return Op::matrix_multiply;
    case ast::Operator::Div: return Op::divide;
    case ast::Operator::Mod: return Op::modulo;
    case ast::Operator::Pow: return Op::power;
    case ast::Operator::LShift: return Op::left_shift;
    case ast::Operator::RShift: return Op::right_shift;
    case ast::Operator::BitOr: return Op::bit_or;
    case ast::Operator::BitXor: return Op::bit_xor;
    case ast::Operator::BitAnd: return Op::bit_and;
    case ast::Operator::FloorDiv: return Op::floor_divide;
  }
  return Op::add;
}

namespace {

Op instruction_of(ast::CmpOp op) noexcept {
  switch (op) {
    case ast::CmpOp::Eq: return Op::equal;
    case ast::CmpOp::NotEq: return Op::not_equal;
    case ast::CmpOp::Lt: return Op::less;
    case ast::CmpOp::LtE: return Op::less_equal;
    case ast::CmpOp::Gt: return Op::greater;
    case ast::CmpOp::GtE: return Op::greater_equal;
    case ast::CmpOp::Is: return Op::is;
    case ast::CmpOp::IsNot: return Op::is_not;
    case ast::CmpOp::In: return Op::in;
    case ast::CmpOp::NotIn: return Op::not_in;
  }
  return Op::equal;
}

/// The comparison that jumps when it does not hold, if there is one.
bool fused_jump(ast::CmpOp op, Op& jump) noexcept {
  switch (op) {
    case ast::CmpOp::Eq: jump = Op::jump_unless_equal; return true;
    case ast::CmpOp::NotEq: jump = Op::jump_unless_not_equal; return true;
    case ast::CmpOp::Lt: jump = Op::jump_unless_less; return true;
    case ast::CmpOp::LtE: jump = Op::jump_unless_less_equal; return true;
    case ast::CmpOp::Gt: jump = Op::jump_unless_greater; return true;
    case ast::CmpOp::GtE: jump = Op::jump_unless_greater_equal; return true;
    default: return false;
  }
}

bool is_none(const ast::expr* node) {
  return ast::is<ast::Constant>(node) && ast::as<ast::Constant>(node)->type == ast::ConstantType::None;
}

bool has_starred(const ast::Seq<ast::expr>& elements) {
  for (const ast::expr* element : elements) {
    if (ast::is<ast::Starred>(element)) return true;
  }
  return false;
}

}  // namespace

// ---- constants ------------------------------------------------------------------------------------------------------

Value Compiler::constant_value(const ast::Constant& node) {
  switch (node.type) {
    case ast::ConstantType::None: return Value::none();
    case ast::ConstantType::True: return Value(true);
    case ast::ConstantType::False: return Value(false);
    case ast::ConstantType::Ellipsis: return Value::ellipsis();
    case ast::ConstantType::Int: return Value(node.integer);
    case ast::ConstantType::BigInt: return make_int(mpz_class(std::string(node.text), node.base));
    case ast::ConstantType::Float: return Value(node.real);
    case ast::ConstantType::Imaginary: return make<Complex>(0.0, node.real);
    case ast::ConstantType::Str: return node.text.size() <= 64 ? Value(m_vm.intern(node.text)) : m_vm.str(node.text);
    case ast::ConstantType::Bytes: return make<Bytes>(std::string(node.text));
  }
  return Value::none();
}

/// The value of an expression that is constant: literals, signs before numbers, tuples of constants.
std::optional<Value> Compiler::fold(const ast::expr& node) {
  if (ast::is<ast::Constant>(&node)) return constant_value(*ast::as<ast::Constant>(&node));
  if (ast::is<ast::UnaryOp>(&node)) {
    const auto& unary = *ast::as<ast::UnaryOp>(&node);
    if (!ast::is<ast::Constant>(unary.operand)) return std::nullopt;
    const Value value = constant_value(*ast::as<ast::Constant>(unary.operand));
    if (unary.op == ast::UnaryOperator::USub) {
      if (value.is_int()) return Value(-value.as_int());
      if (value.is_float()) return Value(-value.as_float());
      if (value.is_object(kind::big_int)) return make_int(-to_mpz(value));
      if (value.is_object(kind::complex)) return make<Complex>(-0.0, -value.as<Complex>()->imag);
    }
    if (unary.op == ast::UnaryOperator::Not) {
      if (value.is_bool()) return Value(!value.as_bool());
    }
    return std::nullopt;
  }
  if (ast::is<ast::Tuple>(&node)) {
    std::vector<Value> items;
    for (const ast::expr* element : ast::as<ast::Tuple>(&node)->elts) {
      std::optional<Value> item = fold(*element);
      if (!item) return std::nullopt;
      items.push_back(std::move(*item));
    }
    return Value(Tuple::create(items));
  }
  return std::nullopt;
}

// ---- where values go ------------------------------------------------------------------------------------------------

/// Whether a temporary may end up as the only holder of the value, and its death could be seen.
bool Compiler::may_own(const ast::expr& node) const {
  switch (node.kind) {
    // A module's variables may be bound anew while the temporary is not used again for long. In functions that is rare,
    // and global names are looked up in hot loops.
    case ast::Kind::Name: return !m_unit->scope.is_function_like();
    case ast::Kind::Call:
    case ast::Kind::Await:
    case ast::Kind::Yield:
    case ast::Kind::YieldFrom:
    case ast::Kind::Lambda:
    case ast::Kind::List:
    case ast::Kind::Tuple:
    case ast::Kind::Dict:
    case ast::Kind::Set:
    case ast::Kind::ListComp:
    case ast::Kind::SetComp:
    case ast::Kind::DictComp:
    case ast::Kind::GeneratorExp:
    case ast::Kind::IfExp:
    case ast::Kind::BoolOp:
    case ast::Kind::NamedExpr:
    case ast::Kind::Attribute:
    case ast::Kind::Subscript: return true;
    default: return false;
  }
}

Register Compiler::expression(const ast::expr& node) {
  const Register dest = m_unit->new_temporary();
  expression_to(node, dest);
  m_unit->set_owning(dest, may_own(node));
  return dest;
}

Operand Compiler::operand(const ast::expr& node) {
  if (std::optional<Value> value = fold(node)) return m_unit->constant(std::move(*value));
  if (ast::is<ast::Name>(&node)) {
    const Symbol& known = symbol(ast::as<ast::Name>(&node)->id);
    // Where `:=` may change a variable while it waits in its register, it is copied.
    if (known.storage == Storage::local && !m_unit->scope.has_walrus) {
      return static_cast<Register>(known.register_number);
    }
  }
  return expression(node);
}

Register Compiler::register_operand(const ast::expr& node) {
  const Operand value = operand(node);
  if (value < kConstantOperand) return value;
  const Register dest = m_unit->new_temporary();
  move(dest, value);
  return dest;
}

void Compiler::expression_to(const ast::expr& node, Register dest) {
  if (m_failed) return;
  const Register mark = m_unit->mark();
  if (std::optional<Value> value = fold(node)) {
    at(node);
    move(dest, m_unit->constant(std::move(*value)));
    return;
  }
  switch (node.kind) {
    case ast::Kind::Name: load_name(*ast::as<ast::Name>(&node), dest); break;
    case ast::Kind::BinOp: {
      const auto& binary = *ast::as<ast::BinOp>(&node);
      const Operand left = operand(*binary.left);
      const Operand right = operand(*binary.right);
      at(node);
      m_unit->emit(instruction_of(binary.op), dest, left, right);
      break;
    }
    case ast::Kind::UnaryOp: {
      const auto& unary = *ast::as<ast::UnaryOp>(&node);
      const Operand value = operand(*unary.operand);
      at(node);
      const Op op = unary.op == ast::UnaryOperator::USub   ? Op::negative
                    : unary.op == ast::UnaryOperator::UAdd ? Op::positive
                    : unary.op == ast::UnaryOperator::Not  ? Op::not_
                                                           : Op::invert;
      m_unit->emit(op, dest, value);
      break;
    }
    case ast::Kind::BoolOp: boolean(*ast::as<ast::BoolOp>(&node), dest); break;
    case ast::Kind::Compare: comparison(*ast::as<ast::Compare>(&node), dest); break;
    case ast::Kind::IfExp: {
      const auto& choice = *ast::as<ast::IfExp>(&node);
      Label otherwise;
      Label end;
      condition(*choice.test, false, otherwise);
      expression_to(*choice.body, dest);
      m_unit->jump(Op::jump, end);
      m_unit->bind(otherwise);
      expression_to(*choice.orelse, dest);
      m_unit->bind(end);
      break;
    }
    case ast::Kind::NamedExpr: {
      const auto& walrus = *ast::as<ast::NamedExpr>(&node);
      expression_to(*walrus.value, dest);
      store_name(ast::as<ast::Name>(walrus.target)->id, dest, node);
      break;
    }
    case ast::Kind::Call: call(*ast::as<ast::Call>(&node), dest); break;
    case ast::Kind::Attribute: {
      const auto& attribute = *ast::as<ast::Attribute>(&node);
      const Register object = register_operand(*attribute.value);
      at_attribute(node, attribute);
      m_unit->emit(Op::load_attr, dest, object, m_unit->name(mangle(m_unit->scope.private_class, attribute.attr)));
      m_unit->emit_cache();
      break;
    }
    case ast::Kind::Subscript: {
      const auto& subscript = *ast::as<ast::Subscript>(&node);
      const Register object = register_operand(*subscript.value);
      Operand key = 0;
      subscript_key(*subscript.slice, key);
      at(node);
      m_unit->emit(Op::load_index, dest, object, key);
      break;
    }
    case ast::Kind::List: display(ast::as<ast::List>(&node)->elts, Op::build_list, dest); break;
    case ast::Kind::Tuple: display(ast::as<ast::Tuple>(&node)->elts, Op::build_tuple, dest); break;
    case ast::Kind::Set: display(ast::as<ast::Set>(&node)->elts, Op::build_set, dest); break;
    case ast::Kind::Dict: dict_display(*ast::as<ast::Dict>(&node), dest); break;
    case ast::Kind::JoinedStr: joined_string(*ast::as<ast::JoinedStr>(&node), dest); break;
    case ast::Kind::FormattedValue: formatted_value(*ast::as<ast::FormattedValue>(&node), dest); break;
    case ast::Kind::Lambda: lambda(*ast::as<ast::Lambda>(&node), dest); break;
    case ast::Kind::ListComp:
      comprehension(node, ast::as<ast::ListComp>(&node)->generators, ast::as<ast::ListComp>(&node)->elt, nullptr, dest);
      break;
    case ast::Kind::SetComp:
      comprehension(node, ast::as<ast::SetComp>(&node)->generators, ast::as<ast::SetComp>(&node)->elt, nullptr, dest);
      break;
    case ast::Kind::GeneratorExp:
      comprehension(node, ast::as<ast::GeneratorExp>(&node)->generators, ast::as<ast::GeneratorExp>(&node)->elt,
                    nullptr, dest);
      break;
    case ast::Kind::DictComp:
      comprehension(node, ast::as<ast::DictComp>(&node)->generators, ast::as<ast::DictComp>(&node)->key,
                    ast::as<ast::DictComp>(&node)->value, dest);
      break;
    case ast::Kind::Await: await(*ast::as<ast::Await>(&node), dest); break;
    case ast::Kind::Yield: yield(*ast::as<ast::Yield>(&node), dest); break;
    case ast::Kind::YieldFrom: yield_from(*ast::as<ast::YieldFrom>(&node), dest); break;
    case ast::Kind::Starred: fail(node, "can't use starred expression here"); break;
    case ast::Kind::Slice: {
      Operand key = 0;
      subscript_key(node, key);
      m_unit->emit(Op::move_temp, dest, key);
      break;
    }
    default: fail(node, "this expression is not supported", Diagnostic::Kind::unsupported);
  }
  m_unit->free_to(mark);
}

// ---- truth ----------------------------------------------------------------------------------------------------------

void Compiler::boolean(const ast::BoolOp& node, Register dest) {
  // The value is built up in steps: a variable must not see them.
  const bool direct = m_unit->is_temporary(dest);
  const Register result = direct ? dest : m_unit->new_temporary();
  Label end;
  const Op jump = node.op == ast::BoolOperator::And ? Op::jump_if_false : Op::jump_if_true;
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    expression_to(*node.values[i], result);
    if (i + 1 < node.values.size()) m_unit->jump(jump, end, result);
  }
  m_unit->bind(end);
  if (!direct) m_unit->emit(Op::move_temp, dest, result);
}

void Compiler::comparison(const ast::Compare& node, Register dest) {
  Label end;
  const bool direct = node.ops.size() == 1 || m_unit->is_temporary(dest);
  const Register result = direct ? dest : m_unit->new_temporary();
  Operand left = operand(*node.left);
  for (std::size_t i = 0; i < node.ops.size(); ++i) {
    const Operand right = operand(*node.comparators[i]);
    at(node);
    m_unit->emit(instruction_of(node.ops[i]), result, left, right);
    if (i + 1 < node.ops.size()) m_unit->jump(Op::jump_if_false, end, result);
    left = right;
  }
  m_unit->bind(end);
  if (!direct) m_unit->emit(Op::move_temp, dest, result);
}

void Compiler::condition(const ast::expr& node, bool jump_if, Label& label) {
  if (m_failed) return;
  if (ast::is<ast::UnaryOp>(&node) && ast::as<ast::UnaryOp>(&node)->op == ast::UnaryOperator::Not) {
    condition(*ast::as<ast::UnaryOp>(&node)->operand, !jump_if, label);
    return;
  }
  if (ast::is<ast::BoolOp>(&node)) {
    const auto& both = *ast::as<ast::BoolOp>(&node);
    const bool decides = both.op == ast::BoolOperator::Or;  // the value that ends the evaluation
    if (decides == jump_if) {
      for (const ast::expr* value : both.values) condition(*value, jump_if, label);
    } else {
      Label end;
      for (std::size_t i = 0; i + 1 < both.values.size(); ++i) condition(*both.values[i], decides, end);
      condition(*both.values.back(), jump_if, label);
      m_unit->bind(end);
    }
    return;
  }
  const Register mark = m_unit->mark();
  if (ast::is<ast::Compare>(&node) && ast::as<ast::Compare>(&node)->ops.size() == 1) {
    const auto& compare = *ast::as<ast::Compare>(&node);
    const ast::CmpOp op = compare.ops[0];
    if ((op == ast::CmpOp::Is || op == ast::CmpOp::IsNot) && is_none(compare.comparators[0])) {
      const Register value = register_operand(*compare.left);
      at(node);
      const bool jump_if_none = (op == ast::CmpOp::Is) == jump_if;
      // The jump reads the value, so what it owns dies on both ways.
      if (m_unit->is_temporary(value)) {
        const Register result = m_unit->new_temporary();
        m_unit->emit(op == ast::CmpOp::Is ? Op::is : Op::is_not, result, value, m_unit->constant(Value::none()));
        m_unit->free_to(mark);
        m_unit->jump(jump_if ? Op::jump_if_true : Op::jump_if_false, label, result);
      } else {
        m_unit->jump(jump_if_none ? Op::jump_if_none : Op::jump_if_not_none, label, value);
      }
      return;
    }
    Op fused = Op::jump;
    if (!jump_if && fused_jump(op, fused)) {
      const Operand left = operand(*compare.left);
      const Operand right = operand(*compare.comparators[0]);
      if (!m_unit->is_temporary(left) && !m_unit->is_temporary(right)) {
        at(node);
        m_unit->jump_fused(fused, left, right, label);
        m_unit->free_to(mark);
        return;
      }
      at(node);
      const Register result = m_unit->new_temporary();
      m_unit->emit(instruction_of(op), result, left, right);
      m_unit->free_to(mark);
      m_unit->jump(Op::jump_if_false, label, result);
      return;
    }
  }
  if (std::optional<Value> value = fold(node)) {
    const bool truth = m_vm.truth(*value) == 1;
    if (truth == jump_if) m_unit->jump(Op::jump, label);
    return;
  }
  const Operand value = operand(node);
  at(node);
  const bool temporary = m_unit->is_temporary(value);
  m_unit->free_unset_to(mark);
  m_unit->jump(jump_if ? Op::jump_if_true : Op::jump_if_false, label, value, temporary ? 1 : 0);
}

// ---- subscripts and displays ----------------------------------------------------------------------------------------

void Compiler::subscript_key(const ast::expr& slice, Operand& key) {
  if (!ast::is<ast::Slice>(&slice)) {
    key = operand(slice);
    return;
  }
  const auto& bounds = *ast::as<ast::Slice>(&slice);
  const Register base = m_unit->new_temporaries(3);
  const ast::expr* parts[] = {bounds.lower, bounds.upper, bounds.step};
  for (Register i = 0; i < 3; ++i) {
    if (parts[i] != nullptr) {
      expression_to(*parts[i], static_cast<Register>(base + i));
    } else {
      move(static_cast<Register>(base + i), m_unit->constant(Value::none()));
    }
  }
  at(slice);
  m_unit->emit(Op::make_slice, base, base);
  m_unit->set_owning(base, true);
  key = base;
}

/// A constant frozenset. CPython makes such a set twice, the second time from the first one's table: this decides the
/// order of numbers.
Value Compiler::constant_set(const std::vector<Value>& items) {
  const Ref<Set> first = make<Set>(true);
  for (const Value& item : items) {
    std::int64_t hash = 0;
    if (m_vm.hash(item, hash)) first->add(m_vm, item, hash);
  }
  m_vm.take_error();
  if (!first->is_numeric()) return Value(first);
  const Ref<Set> second = make<Set>(true);
  for (const Set::Element& element : first->table_elements()) second->add(m_vm, element.key, element.hash);
  return Value(second);
}

Register Compiler::iterated(const ast::expr& node) {
  // A display of constants is one constant here.
  if (ast::is<ast::Set>(&node)) {
    std::vector<Value> items;
    for (const ast::expr* element : ast::as<ast::Set>(&node)->elts) {
      if (ast::is<ast::Starred>(element)) return expression(node);
      std::optional<Value> item = fold(*element);
      if (!item) return expression(node);
      items.push_back(std::move(*item));
    }
    const Register dest = m_unit->new_temporary();
    move(dest, m_unit->constant(constant_set(items)));
    return dest;
  }
  return expression(node);
}

void Compiler::display(const ast::Seq<ast::expr>& elements, Op build, Register dest) {
  constexpr std::size_t kAtOnce = 30;
  const Register mark = m_unit->mark();
  const ast::Position position = m_unit->position;
  bool all_constant = !elements.empty();
  for (const ast::expr* element : elements)
    all_constant = all_constant && !ast::is<ast::Starred>(element) && fold(*element);
  if (elements.size() <= kAtOnce && !has_starred(elements) && !(all_constant && elements.size() > 2)) {
    const Register base = m_unit->new_temporaries(static_cast<std::uint16_t>(elements.size()));
    for (std::size_t i = 0; i < elements.size(); ++i) expression_to(*elements[i], static_cast<Register>(base + i));
    m_unit->emit(build, dest, base, static_cast<std::uint16_t>(elements.size()));
    m_unit->free_unset_to(mark);
    return;
  }
  const Register result = m_unit->new_temporary();
  if (all_constant && build != Op::build_tuple) {
    // As CPython: one constant, and the display is filled from it. For sets of numbers this decides their order.
    std::vector<Value> items;
    for (const ast::expr* element : elements) items.push_back(*fold(*element));
    m_unit->emit(build, result, result, 0);
    const Register constant = m_unit->new_temporary();
    Value whole = Tuple::create(items);
    if (build == Op::build_set) {
      whole = constant_set(items);
    }
    move(constant, m_unit->constant(std::move(whole)));
    m_unit->emit(build == Op::build_set ? Op::set_update : Op::list_extend, result, constant);
  } else {
    const bool is_set = build == Op::build_set;
    m_unit->emit(is_set ? Op::build_set : Op::build_list, result, result, 0);
    for (const ast::expr* element : elements) {
      const Register inner = m_unit->mark();
      if (ast::is<ast::Starred>(element)) {
        const Register value = expression(*ast::as<ast::Starred>(element)->value);
        at(*element);
        m_unit->emit(is_set ? Op::set_update : Op::list_extend, result, value);
        m_unit->free_unset_to(inner);
      } else {
        const Operand value = operand(*element);
        at(*element);
        m_unit->emit(is_set ? Op::set_add : Op::list_append, result, value);
        m_unit->free_to(inner);
      }
    }
  }
  m_unit->position = position;
  if (build == Op::build_tuple) {
    m_unit->emit(Op::list_to_tuple, dest, result);
  } else {
    m_unit->emit(Op::move_temp, dest, result);
  }
  m_unit->free_unset_to(mark);
}

void Compiler::dict_display(const ast::Dict& node, Register dest) {
  constexpr std::size_t kAtOnce = 12;
  const Register mark = m_unit->mark();
  bool has_spread = false;
  for (const ast::expr* key : node.keys) has_spread = has_spread || key == nullptr;
  if (!has_spread && node.keys.size() <= kAtOnce) {
    const Register base = m_unit->new_temporaries(static_cast<std::uint16_t>(node.keys.size() * 2));
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      expression_to(*node.keys[i], static_cast<Register>(base + 2 * i));
      expression_to(*node.values[i], static_cast<Register>(base + 2 * i + 1));
    }
    at(node);
    m_unit->emit(Op::build_dict, dest, base, static_cast<std::uint16_t>(node.keys.size()));
    m_unit->free_unset_to(mark);
    return;
  }
  const Register result = m_unit->new_temporary();
  m_unit->emit(Op::build_dict, result, result, 0);
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const Register inner = m_unit->mark();
    if (node.keys[i] == nullptr) {
      const Register mapping = expression(*node.values[i]);
      at(node);
      m_unit->emit(Op::dict_update, result, mapping);
      m_unit->free_unset_to(inner);
    } else {
      const Operand key = operand(*node.keys[i]);
      const Operand value = operand(*node.values[i]);
      at(node);
      m_unit->emit(Op::dict_set, result, key, value);
      m_unit->free_to(inner);
    }
  }
  m_unit->emit(Op::move_temp, dest, result);
  m_unit->free_unset_to(mark);
}

// ---- f-strings ------------------------------------------------------------------------------------------------------

void Compiler::joined_string(const ast::JoinedStr& node, Register dest) {
  const Register mark = m_unit->mark();
  if (node.values.empty()) {
    move(dest, m_unit->constant(m_vm.intern("")));
    return;
  }
  if (node.values.size() == 1 && ast::is<ast::FormattedValue>(node.values[0])) {
    formatted_value(*ast::as<ast::FormattedValue>(node.values[0]), dest);
    return;
  }
  const Register base = m_unit->new_temporaries(static_cast<std::uint16_t>(node.values.size()));
  for (std::size_t i = 0; i < node.values.size(); ++i) {
    expression_to(*node.values[i], static_cast<Register>(base + i));
  }
  at(node);
  m_unit->emit(Op::build_string, dest, base, static_cast<std::uint16_t>(node.values.size()));
  m_unit->free_unset_to(mark);
}

void Compiler::formatted_value(const ast::FormattedValue& node, Register dest) {
  const Register mark = m_unit->mark();
  const Operand value = operand(*node.value);
  const Operand spec = node.format_spec != nullptr ? operand(*node.format_spec) : kNoOperand;
  at(node);
  const auto conversion = static_cast<std::uint8_t>(node.conversion < 0 ? 0 : node.conversion);
  m_unit->emit(Op::format_value, dest, value, spec, conversion);
  m_unit->free_to(mark);
}

// ---- suspension -----------------------------------------------------------------------------------------------------

void Compiler::await(const ast::Await& node, Register dest) {
  if (!in_function() && !in_async()) {
    fail(node, "'await' outside function");
    return;
  }
  if (!in_async() && m_unit->scope.kind != ScopeKind::comprehension) {
    fail(node, "'await' outside async function");
    return;
  }
  const Register mark = m_unit->mark();
  const Register value = expression(*node.value);
  at(node);
  m_unit->emit(Op::await, dest, value);
  m_unit->free_unset_to(mark);
}

void Compiler::yield(const ast::Yield& node, Register dest) {
  if (!in_function()) {
    fail(node, "'yield' outside function");
    return;
  }
  const Register mark = m_unit->mark();
  const Operand value = node.value != nullptr ? operand(*node.value) : m_unit->constant(Value::none());
  at(node);
  const bool is_async = m_unit->code->code_kind == CodeKind::async_generator;
  m_unit->emit(is_async ? Op::async_yield : Op::yield_, dest, value);
  m_unit->free_to(mark);
}

void Compiler::yield_from(const ast::YieldFrom& node, Register dest) {
  if (!in_function()) {
    fail(node, "'yield' outside function");
    return;
  }
  if (in_async()) {
    fail(node, "'yield from' inside async function");
    return;
  }
  const Register mark = m_unit->mark();
  const Register value = expression(*node.value);
  at(node);
  m_unit->emit(Op::yield_from, dest, value);
  m_unit->free_unset_to(mark);
}

}  // namespace loopline::script
