//! Weighed frequencies in two bytes.

/// The exponent of the least frequency that can be told from 0: 2^-15.
const LEAST: u32 = (127 - 15) << 23;

/// How many bits of an `f32` are left out.
const LEFT_OUT: u32 = 12;

/// A weighed frequency as the nearest number of 5 bits of exponent and 11 of mantissa, from 2^-15 to nearly 2^17: at most
/// 0.025 % off, far less than two lengths of a title differ. What is less or more becomes the least or the greatest. Codes
/// are in the order of the numbers, so that the greatest code of a block is its greatest frequency.
pub(super) fn encode(frequency: f64) -> u16 {
    let bits = (frequency as f32).to_bits();
    if frequency.is_nan() || frequency <= 0.0 {
        return 0;
    }
    let rounded = bits.saturating_add(1 << (LEFT_OUT - 1)).saturating_sub(LEAST) >> LEFT_OUT;
    u16::try_from(rounded).unwrap_or(u16::MAX)
}

/// The frequency that a code stands for; every code is one, and above 0.
#[inline]
pub(super) fn decode(code: u16) -> f64 {
    f64::from(f32::from_bits((u32::from(code) << LEFT_OUT) + LEAST))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_frequency_is_hardly_changed_and_never_again(frequency in 0.000_031_f64..100_000.0) {
            let read = decode(encode(frequency));
            proptest::prop_assert!((read / frequency - 1.0).abs() <= 0.000_25, "{} {}", read, frequency);
            proptest::prop_assert_eq!(encode(read), encode(frequency));
        }

        #[test]
        fn codes_are_in_the_order_of_the_numbers(a in 0_u16.., b in 0_u16..) {
            proptest::prop_assert_eq!(a.cmp(&b), decode(a).total_cmp(&decode(b)));
        }
    }

    #[test]
    fn what_cannot_be_said_becomes_the_nearest_that_can() {
        assert_eq!([0.0, -1.0, f64::NAN, 1e-9].map(encode), [0; 4]);
        assert_eq!([1e9, f64::INFINITY].map(encode), [u16::MAX; 2]);
    }
}
