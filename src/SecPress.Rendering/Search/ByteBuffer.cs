namespace SecPress.Rendering.Search;

/// <summary>Bytes that grow, with numbers of variable length: seven bits a byte, low ones first, the high bit on all but the last.</summary>
internal sealed class ByteBuffer(int capacity = 16)
{
    // 31 bits in sevens.
    private const int LongestNumber = 5;

    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value)
    {
        if (Length == bytes.Length)
        {
            Grow(1);
        }

        bytes[Length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        if (Length + value.Length > bytes.Length)
        {
            Grow(value.Length);
        }

        value.CopyTo(bytes.AsSpan(Length));
        Length += value.Length;
    }

    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (Length + LongestNumber > bytes.Length)
        {
            Grow(LongestNumber);
        }

        while (value >= 0x80)
        {
            bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[Length++] = (byte)value;
    }

    /// <summary>Reads the number at a place and moves the place behind it.</summary>
    public static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var read = bytes[at++];
            value |= (read & 0x7F) << shift;
            if (read < 0x80)
            {
                return value;
            }
        }
    }

    private void Grow(int more) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more));
}
